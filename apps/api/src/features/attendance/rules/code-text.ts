import type { Direction } from '@xiaolin/shared-types/attendance/schema';

/** Signs a text with a key that is used for attendance codes and for nothing else. */
export type Sign = (text: string) => Uint8Array;

/** A code as it was read, before anything about it is believed. */
export type ReadCode =
  | {
      readonly kind: 'site';
      readonly shiftId: string;
      readonly direction: Direction;
      readonly step: number;
      readonly mac: string;
    }
  | {
      readonly kind: 'volunteer';
      readonly personId: string;
      readonly nonce: string;
      /** Milliseconds since 1970. */
      readonly expiresAt: number;
      readonly mac: string;
    }
  | { readonly kind: 'typed'; readonly text: string };

const SITE = /^S1\.([A-Za-z0-9-]{1,36})\.([io])\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})$/;
const VOLUNTEER = /^V1\.([A-Za-z0-9-]{1,36})\.([A-Za-z0-9_-]{16})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})$/;
/** Crockford's base32: no I, L, O or U, so that what is read aloud or typed cannot be mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TYPED = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * What stands in a scanned or typed text; null when it is no code of ours. A QR code may hold a whole address with
 * the code in its `c` parameter, so that any phone's camera opens the page.
 */
export function readCode(text: string): ReadCode | null {
  const bare = /[?&]c=([A-Za-z0-9._-]+)/.exec(text)?.[1] ?? text.trim();
  const [, shiftId, letter, step, siteMac] = SITE.exec(bare) ?? [];
  if (shiftId !== undefined && step !== undefined && siteMac !== undefined)
    return {
      kind: 'site',
      shiftId,
      direction: letter === 'i' ? 'in' : 'out',
      step: Number.parseInt(step, 36),
      mac: siteMac,
    };
  const [, personId, nonce, expiry, mac] = VOLUNTEER.exec(bare) ?? [];
  if (personId !== undefined && nonce !== undefined && expiry !== undefined && mac !== undefined)
    return { kind: 'volunteer', personId, nonce, expiresAt: Number.parseInt(expiry, 36), mac };
  const typed = plainTyped(bare);
  return TYPED.test(typed) ? { kind: 'typed', text: typed } : null;
}

/** Case, spaces and hyphens do not matter; the letters that look like digits are those digits. */
const plainTyped = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** The first 40 bits as 8 characters. */
export function typedForm(bytes: Uint8Array): string {
  const bits = [...bytes.slice(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: 8 },
    (_, at) => ALPHABET[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('');
}

/** The first 128 bits as 22 characters. */
export const macForm = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 16)).toString('base64url');

/** Compares without telling by its duration how much of a guess was right. */
export function sameSecret(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
