/** iPhones let no page fill the screen. */
export const canFillScreen = (): boolean => document.fullscreenEnabled === true;

/** Fills the screen, or gives it back. Only after a press: browsers refuse it otherwise. */
export const fillScreen = (): void => {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  void change.catch(() => undefined);
};
