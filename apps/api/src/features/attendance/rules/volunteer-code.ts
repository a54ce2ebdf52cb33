import { sameSecret, typedForm } from '@xiaolin/shared-types/contract/typed-code';
import { macForm, type ReadCode, type Sign } from './code-text.js';

/** How long a volunteer's code may be scanned (domain: one use, one minute). */
export const VOLUNTEER_CODE_MS = 60_000;

export interface VolunteerCode {
  readonly code: string;
  readonly typed: string;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
}

export type VolunteerCodeVerdict =
  | { readonly accepted: true; readonly personId: string; readonly nonce: string }
  | { readonly accepted: false; readonly code: 'attendance.code-invalid' | 'attendance.code-expired' };

const INVALID = { accepted: false, code: 'attendance.code-invalid' } as const;

const stepAt = (now: number): number => Math.floor(now / VOLUNTEER_CODE_MS);
const scanned = (sign: Sign, personId: string, nonce: string, expiresAt: number): string =>
  macForm(sign(`volunteer\n${personId}\n${nonce}\n${expiresAt}`));
const typed = (sign: Sign, personId: string, step: number): string =>
  typedForm(sign(`volunteer-typed\n${personId}\n${step}`));
/** A typed code is used up once per person and minute: 28 characters, which no scanned code's 16 can equal. */
const typedNonce = (sign: Sign, personId: string, step: number): string =>
  `t:${macForm(sign(`volunteer-nonce\n${personId}`)).slice(0, 20)}:${step.toString(36)}`;

/** @param nonce 16 characters of base64url that nobody can foresee. */
export function volunteerCode(sign: Sign, personId: string, nonce: string, now: number): VolunteerCode {
  const validUntil = now + VOLUNTEER_CODE_MS;
  return {
    code: `V1.${personId}.${nonce}.${validUntil.toString(36)}.${scanned(sign, personId, nonce, validUntil)}`,
    typed: typed(sign, personId, stepAt(now)),
    validUntil,
  };
}

/**
 * Whose code this is. That it is used only once is for the database to enforce, through `nonce`.
 *
 * @param expected whom a typed code may belong to: it is too short to name its owner, so the shift's own volunteers
 *   are tried, for this minute and the one before (it was shown for up to a minute).
 */
export function checkVolunteerCode(
  sign: Sign,
  read: ReadCode | null,
  expected: readonly string[],
  now: number,
): VolunteerCodeVerdict {
  if (read?.kind === 'typed') return checkTyped(sign, read.text, expected, now);
  if (
    read?.kind !== 'volunteer' ||
    !sameSecret(read.mac, scanned(sign, read.personId, read.nonce, read.expiresAt))
  )
    return INVALID;
  // Looked at later, it was not shown before it was made either: nobody can claim an earlier hour with it.
  if (now >= read.expiresAt || now < read.expiresAt - 2 * VOLUNTEER_CODE_MS)
    return { accepted: false, code: 'attendance.code-expired' };
  return { accepted: true, personId: read.personId, nonce: read.nonce };
}

function checkTyped(
  sign: Sign,
  text: string,
  expected: readonly string[],
  now: number,
): VolunteerCodeVerdict {
  for (const step of [stepAt(now), stepAt(now) - 1])
    for (const personId of expected)
      if (sameSecret(text, typed(sign, personId, step)))
        return { accepted: true, personId, nonce: typedNonce(sign, personId, step) };
  return INVALID;
}
