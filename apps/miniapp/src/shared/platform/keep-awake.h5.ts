interface Sentinel {
  release(): Promise<void>;
}
type WithWakeLock = { readonly wakeLock?: { request(kind: 'screen'): Promise<Sentinel> } };

/** The screen stays on until the returned function is called, where the browser can do that. */
export const keepAwake = (): (() => void) => {
  let wanted = true;
  let held: Sentinel | undefined;
  const take = async () => {
    try {
      const lock = await (navigator as unknown as WithWakeLock).wakeLock?.request('screen');
      if (wanted) held = lock;
      else await lock?.release();
    } catch {
      // Not allowed (battery saver, hidden tab): the person's own setting decides.
    }
  };
  // The browser lets go of it whenever the tab is hidden.
  const again = () => {
    if (wanted && document.visibilityState === 'visible') void take();
  };
  document.addEventListener('visibilitychange', again);
  void take();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', again);
    void held?.release().catch(() => undefined);
  };
};
