/** Title of the browser's tab, and what a screen reader says on arrival. */
export const showTitle = (title: string): void => {
  document.title = `${title} · 校邻`;
};
