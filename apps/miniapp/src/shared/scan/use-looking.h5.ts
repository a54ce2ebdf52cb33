import { type RefObject, useEffect, useRef } from 'react';
import { createReader } from './read-code.h5';
import { createRepeatGate } from './repeat-gate';

/** Between two looks: often enough to feel immediate, and a phone stays cool. */
const lookMilliseconds = 120;
/** An answer stays alone on the screen this long before the next code replaces it. */
const answerMilliseconds = 800;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Reads codes from the picture while it runs, one at a time and each showing once.
 *
 * @param onText false when the code was not taken and shall be read again
 */
export function useLooking(
  video: RefObject<HTMLVideoElement>,
  runs: boolean,
  onText: (text: string) => Promise<boolean>,
): void {
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  const gate = useRef(createRepeatGate());
  useEffect(() => {
    if (!runs) return undefined;
    let stopped = false;
    const look = async () => {
      const read = await createReader();
      while (!stopped) {
        await pause(lookMilliseconds);
        const element = video.current;
        if (element === null || document.hidden || element.readyState < element.HAVE_CURRENT_DATA) continue;
        const text = await read(element, element.videoWidth, element.videoHeight);
        if (stopped || text === null || text === '' || !gate.current.fresh(text, performance.now())) continue;
        if (await latest.current(text)) await pause(answerMilliseconds);
        else gate.current.forget(text);
      }
    };
    // The reader's own download may fail: the picture stays, and the other ways are on the screen.
    void look().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [video, runs]);
}
