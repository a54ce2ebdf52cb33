import { useEffect, useState } from 'react';

/** The device's clock, looked at again every half minute: a page that stays open must not say yesterday's words. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
};
