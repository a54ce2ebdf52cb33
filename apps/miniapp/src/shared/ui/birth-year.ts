export const birthYearText = (year: number | null): string => (year === null ? '' : String(year));

/** A year of birth as it was typed; null where nothing was. */
export function readBirthYear(text: string): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const year = Number(text.trim());
  return /^\d{4}$/.test(text.trim()) && year >= 1900 && year <= 2100 ? year : 'wrong';
}
