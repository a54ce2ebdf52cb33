/** Crockford's base32: no I, L, O or U, so that what is read aloud or typed cannot be mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHANCE = 11;
const NUMBER = /^ZM(\d{2})([0-9A-HJKMNP-TV-Z]{12})$/;

/** Luhn's sum over base32: finds every single wrong character and nearly every pair that changed places. */
function checkOf(body: string): string {
  let factor = 2;
  let sum = 0;
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const product = factor * ALPHABET.indexOf(body.charAt(at));
    sum += Math.floor(product / 32) + (product % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return ALPHABET.charAt((32 - (sum % 32)) % 32);
}

/**
 * A certificate's number, e.g. `ZM26-7K3M-9QD4-2XBF`: the year, 55 bits of chance and a check character. Whoever holds
 * one cannot tell another from it.
 *
 * @param bytes at least 11, from chance
 */
export function certificateNumber(issuedOn: string, bytes: Uint8Array): string {
  if (bytes.length < CHANCE) throw new TypeError('a certificate number needs 11 bytes of chance');
  let body = '';
  for (let at = 0; at < CHANCE; at += 1) body += ALPHABET.charAt((bytes[at] ?? 0) & 31);
  const year = issuedOn.slice(2, 4);
  return grouped(year, body + checkOf(year + body));
}

const grouped = (year: string, body: string): string =>
  `ZM${year}-${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}`;

/**
 * The number as it is printed, or null when the text is none or was mistyped. Case, spaces and hyphens do not matter;
 * the letters that look like digits are those digits.
 */
export function readNumber(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const [, year, body] = NUMBER.exec(plain) ?? [];
  if (year === undefined || body === undefined) return null;
  return checkOf(year + body.slice(0, -1)) === body.slice(-1) ? grouped(year, body) : null;
}
