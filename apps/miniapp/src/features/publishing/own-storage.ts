import type { TextStorage } from '@/shared/platform/storage';

/**
 * What one person keeps on a device that others use too: at the desk of a community several people sign in one after
 * the other, and nobody finds (or sends, under their own name) what another one was writing.
 */
export const ownStorage = (storage: TextStorage, personId: string): TextStorage => {
  const own = (key: string): string => `${key}@${personId}`;
  return {
    getItem: (key) => storage.getItem(own(key)),
    setItem: (key, value) => storage.setItem(own(key), value),
    removeItem: (key) => storage.removeItem(own(key)),
  };
};
