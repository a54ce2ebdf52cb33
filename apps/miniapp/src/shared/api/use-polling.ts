import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/**
 * Looks again so many milliseconds after the last answer, while the page is in front. After the answer, not on the
 * clock: on a slow network two questions would else overtake each other and neither be shown.
 */
export function usePolling(look: () => Promise<void>, milliseconds: number): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  }, [look]);
  useEffect(() => {
    if (!shown) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const wait = () => {
      timer = setTimeout(() => {
        void latest.current().then(() => {
          if (!over) wait();
        });
      }, milliseconds);
    };
    wait();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [shown, milliseconds]);
}
