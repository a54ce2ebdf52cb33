/** A browser tab comes to the front, or back from its cache. */
export const onAppShow = (listener: () => void): (() => void) => {
  const shown = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', shown);
  window.addEventListener('pageshow', shown);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    window.removeEventListener('pageshow', shown);
  };
};
