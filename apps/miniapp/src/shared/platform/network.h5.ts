import { useEffect, useState } from 'react';

/** Taro's H5 build looks at `navigator.connection`, which Safari and Firefox do not have: the plain events exist everywhere. */
export const onConnectionChange = (listener: (online: boolean) => void): (() => void) => {
  const up = () => listener(true);
  const down = () => listener(false);
  window.addEventListener('online', up);
  window.addEventListener('offline', down);
  return () => {
    window.removeEventListener('online', up);
    window.removeEventListener('offline', down);
  };
};

export const isOnline = (): Promise<boolean> => Promise.resolve(navigator.onLine);

export const useOnline = (): boolean => {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => onConnectionChange(setOnline), []);
  return online;
};
