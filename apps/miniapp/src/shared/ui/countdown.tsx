import { useEffect, useRef, useState } from 'react';
import { Box } from './element';
import { remainingWords } from './remaining-words';

interface CountdownProps {
  /** ISO instant. */
  readonly until: string;
  readonly onOver?: () => void;
  readonly className?: string;
}

const leftUntil = (instant: string): number => new Date(instant).getTime() - Date.now();

/** Says the time left; draws only when the words change. Follows the device's clock: the server decides in the end. */
export function Countdown({ until, onOver, className = 'num' }: CountdownProps) {
  const [words, setWords] = useState(() => remainingWords(leftUntil(until)));
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    const timer = setInterval(() => {
      const left = leftUntil(until);
      setWords(remainingWords(left));
      if (left > 0) return;
      clearInterval(timer);
      over.current?.();
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <Box as="span" role="timer" className={className}>
      {words}
    </Box>
  );
}
