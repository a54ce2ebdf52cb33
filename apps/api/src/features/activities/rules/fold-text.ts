/**
 * One notation for what looks alike, so that a search does not depend on the keyboard: full-width and half-width
 * forms become one (NFKC), case does not matter, white space is one space.
 */
export const foldText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** The words of a search; each must be found. */
export const searchWords = (query: string): readonly string[] =>
  [...new Set(foldText(query).split(' '))].filter((word) => word !== '');

/** Escapes the wildcards of LIKE; the backslash would mean different things on the two engines. */
export const LIKE_ESCAPE = '!';

/** A LIKE pattern (with `ESCAPE '!'`) that finds the word anywhere, so that 太极 is found in 二十四式太极拳. */
export const patternOf = (word: string): string => `%${word.replace(/[!%_]/g, `${LIKE_ESCAPE}$&`)}%`;

/** Characters that the column for the search holds. */
const MOST_SEARCHED = 400;

/** The parts of an activity that a search looks in, folded; what does not fit is left out at the end. */
export const searchTextOf = (parts: readonly string[]): string =>
  [...foldText(parts.join(' '))].slice(0, MOST_SEARCHED).join('');
