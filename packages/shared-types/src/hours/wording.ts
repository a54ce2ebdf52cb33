/**
 * Minutes as hours with one decimal, rounded down (our published rounding rule under
 * 志愿服务记录与证明出具办法 art. 7, which asks for hours): 195 minutes are `3.2`.
 */
export const hoursText = (minutes: number): string => {
  const tenths = Math.floor(minutes / 6);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};
