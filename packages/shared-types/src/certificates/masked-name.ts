/**
 * The first character and a star for each of the rest, at most two: `张*`, `欧**`. All that strangers ever see of a
 * name (志愿服务记录与证明出具办法 art. 16).
 */
export function maskedName(name: string): string {
  const [first = '*', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.min(2, Math.max(1, rest.length)));
}
