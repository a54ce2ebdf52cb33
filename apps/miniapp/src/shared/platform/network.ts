import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** Calls back on every change of the connection; returns the way to stop. */
export const onConnectionChange = (listener: (online: boolean) => void): (() => void) => {
  const callback = ({ isConnected }: { isConnected: boolean }) => listener(isConnected);
  Taro.onNetworkStatusChange(callback);
  return () => Taro.offNetworkStatusChange(callback);
};

export const isOnline = async (): Promise<boolean> => {
  try {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== 'none';
  } catch {
    // Unknown is treated as online: a request then tells the truth.
    return true;
  }
};

/** True until the device says otherwise: a page must not flash "offline" while it finds out. */
export const useOnline = (): boolean => {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let here = true;
    void isOnline().then((value) => here && setOnline(value));
    const stop = onConnectionChange(setOnline);
    return () => {
      here = false;
      stop();
    };
  }, []);
  return online;
};
