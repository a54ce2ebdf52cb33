import Taro from '@tarojs/taro';

/** Text by key that survives a restart. weapp allows 1 MB per key and 10 MB in all; H5 about 5 MB. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Storage can be full or forbidden (private browsing): reading then finds nothing and writing is lost, which is bearable
 * for preferences. What must not be lost (the offline scan queue) checks with `getItem` after `setItem`.
 */
export const storage: TextStorage = {
  getItem(key) {
    try {
      const value: unknown = Taro.getStorageSync(key);
      return typeof value === 'string' && value !== '' ? value : null;
    } catch {
      return null;
    }
  },
  setItem(key, value) {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // See above: the caller that must know reads it back.
    }
  },
  removeItem(key) {
    try {
      Taro.removeStorageSync(key);
    } catch {
      // Nothing to remove, or not allowed to.
    }
  },
};
