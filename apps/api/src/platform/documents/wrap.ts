/** What may not begin a line, and what may not end one (a short form of GB/T 15834). */
const NEVER_FIRST = new Set('，。、；：？！）》】」』”’…—·,.;:?!)]}%');
const NEVER_LAST = new Set('（《【「『“‘([{');
const WORD = /[A-Za-z0-9]/;

/**
 * Text in lines no wider than `width`. Chinese breaks between any two characters, words and numbers stay whole where
 * they fit, and punctuation neither begins nor ends a line where it must not.
 *
 * @param widthOf of one character, in the unit of `width`
 * @param mostLines what does not fit is cut with `…`
 */
export function wrapped(
  text: string,
  width: number,
  widthOf: (character: string) => number,
  mostLines = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let rest = Array.from(text.replace(/\s+/g, ' ').trim());
  while (rest.length > 0) {
    const fits = fitting(rest, width, widthOf);
    if (fits === rest.length) {
      lines.push(rest.join(''));
      break;
    }
    if (lines.length === mostLines - 1) {
      lines.push(`${rest.slice(0, Math.max(0, fittingWith(rest, width, widthOf))).join('')}…`);
      break;
    }
    const cut = niceCut(rest, fits);
    lines.push(rest.slice(0, cut).join('').trimEnd());
    rest = rest.slice(cut);
    while (rest[0] === ' ') rest = rest.slice(1);
  }
  return lines.length === 0 ? [''] : lines;
}

function fitting(characters: readonly string[], width: number, widthOf: (c: string) => number): number {
  let sum = 0;
  for (const [at, character] of characters.entries()) {
    sum += widthOf(character);
    // At least one, or a narrow column would never end.
    if (sum > width) return Math.max(1, at);
  }
  return characters.length;
}

const fittingWith = (characters: readonly string[], width: number, widthOf: (c: string) => number): number =>
  fitting(characters, width - widthOf('…'), widthOf);

/** The break at or before `fits` that reads well; `fits` itself where none does. */
function niceCut(characters: readonly string[], fits: number): number {
  for (let cut = fits; cut > Math.max(1, fits - 12); cut -= 1) {
    const last = characters[cut - 1] ?? '';
    const next = characters[cut] ?? '';
    const inWord = WORD.test(last) && WORD.test(next);
    if (!inWord && !NEVER_FIRST.has(next) && !NEVER_LAST.has(last)) return cut;
  }
  return fits;
}
