import { useEffect, useState } from 'react';

/** From here on staff pages are tables with the navigation at the side; desk.h5.css uses the same width. */
const wide = (): MediaQueryList => window.matchMedia('(min-width: 960px)');

export const useWideScreen = (): boolean => {
  const [matches, setMatches] = useState(() => wide().matches);
  useEffect(() => {
    const query = wide();
    const follow = () => setMatches(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return matches;
};
