import { useEffect, useRef, useState } from 'react';
import { offersText as words } from '@/shared/i18n/zh-CN/offers';
import { Box } from '@/shared/ui/element';
import { remainingWords } from '@/shared/ui/remaining-words';
import { clockLeft, leftPercent, type Offered, untilWords } from '../offer';

interface OfferClockProps {
  readonly offer: Offered;
  readonly onOver: () => void;
}

/** The time left in figures and as a bar. Follows the phone's clock: the server decides in the end. */
export function OfferClock({ offer, onOver }: OfferClockProps) {
  const { offerUntil } = offer;
  const [now, setNow] = useState(() => new Date());
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
      if (Date.now() < Date.parse(offerUntil)) return;
      clearInterval(timer);
      over.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [offerUntil]);
  const left = Date.parse(offerUntil) - now.getTime();
  return (
    <>
      <Box className="x-figure warm mt3" role="timer" label={remainingWords(left)}>
        {clockLeft(left)}
      </Box>
      <Box className="t1 dim mt1 num">{words.keptUntil(untilWords(offerUntil, now))}</Box>
      <Box className="k-left" decorative>
        <Box className="k-left__bar" style={{ width: `${leftPercent(offer, now)}%` }} />
      </Box>
    </>
  );
}
