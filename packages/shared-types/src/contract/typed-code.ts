/** Crockford's base32: no I, L, O or U, so that what is read aloud or typed cannot be mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** The first 40 bits of a signature as the 8 characters to type in when the camera fails. */
export function typedForm(bytes: Uint8Array): string {
  const bits = [...bytes.slice(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: 8 },
    (_, at) => ALPHABET[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('');
}

/**
 * The 8 characters as they were made, or null when the text is no typed code. Case, spaces and hyphens do not
 * matter; the letters that look like digits are those digits.
 */
export function readTyped(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return TYPED.test(plain) ? plain : null;
}

/** Compares without telling by its duration how much of a guess was right. */
export function sameSecret(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
