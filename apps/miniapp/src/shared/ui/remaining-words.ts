/** Time left as people say it; seconds only in the last hour. `milliseconds` below zero counts as over. */
export const remainingWords = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (seconds === 0) return '已经到时间';
  if (days > 0) return `还有${days}天${hours % 24 > 0 ? `${hours % 24}小时` : ''}`;
  if (hours > 0) return `还有${hours}小时${minutes % 60 > 0 ? `${minutes % 60}分` : ''}`;
  if (minutes > 0) return `还有${minutes}分${String(seconds % 60).padStart(2, '0')}秒`;
  return `还有${seconds}秒`;
};
