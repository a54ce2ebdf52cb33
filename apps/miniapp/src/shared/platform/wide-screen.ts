/** A phone is never a desk. */
export const useWideScreen = (): boolean => false;
