import { onAppShow } from '../platform/app-show';
import { onConnectionChange } from '../platform/network';

/** Between tries while something waits: a network that came back without saying so is found within this time. */
const retryMilliseconds = 20_000;

/** From then on what waits leaves by itself whenever there is a way. Returns a function that starts it once. */
export function keepMoving(drain: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    const now = () => void drain();
    onConnectionChange((online) => {
      if (online) now();
    });
    onAppShow(now);
    setInterval(now, retryMilliseconds);
    now();
  };
}
