/** `7Q4M2K9F` as `7Q4M 2K9F`: two groups are easier to read aloud. */
export const inGroups = (typed: string): string => {
  const half = Math.ceil(typed.length / 2);
  return `${typed.slice(0, half)} ${typed.slice(half)}`;
};
