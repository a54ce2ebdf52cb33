import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { type ReadPassCode, readPassCode } from '@xiaolin/shared-types/attendance/pass-code';
import { readTyped } from '@xiaolin/shared-types/contract/typed-code';

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
  | ({ readonly kind: 'pass' } & ReadPassCode)
  | { readonly kind: 'typed'; readonly text: string };

const SITE = /^S1\.([A-Za-z0-9-]{1,36})\.([io])\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})$/;
const VOLUNTEER = /^V1\.([A-Za-z0-9-]{1,36})\.([A-Za-z0-9_-]{16})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})$/;

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
  const pass = readPassCode(bare);
  if (pass !== null) return { kind: 'pass', ...pass };
  const typed = readTyped(bare);
  return typed === null ? null : { kind: 'typed', text: typed };
}

/** The first 128 bits as 22 characters. */
export const macForm = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 16)).toString('base64url');
