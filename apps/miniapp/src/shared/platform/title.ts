/** The mini-app's bar is our own view; WeChat shows its title only in the task list, from the page's config. */
export const showTitle = (_title: string): void => undefined;
