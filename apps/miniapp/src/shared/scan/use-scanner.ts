import { useCallback, useEffect, useRef } from 'react';
import { scanOneByOne, type TakeCode } from './scan';

/**
 * One code after the other, for as long as the page lives.
 *
 * @returns opens the scanner; true when this device cannot scan
 */
export function useScanner(title: string, take: TakeCode): () => Promise<boolean> {
  // The scanner outlives many renderings of the page behind it.
  const latest = useRef(take);
  const here = useRef(true);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return useCallback(async () => {
    const end = await scanOneByOne(
      title,
      (text) => latest.current(text),
      () => here.current,
    );
    return end.kind === 'type-it' && end.reason === 'no-camera';
  }, [title]);
}
