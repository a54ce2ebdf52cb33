import {
  isPassStepNow,
  passNonce,
  passStepAt,
  type ReadPassCode,
} from '@xiaolin/shared-types/attendance/pass-code';
import { sameSecret } from '@xiaolin/shared-types/contract/typed-code';
import type { VolunteerCodeVerdict } from './volunteer-code.js';

/** What the server can work out about the pass of a volunteer for a shift. */
export interface Passes {
  passId(shiftId: string, personId: string): string;
  /** Whose pass it is, of these people. */
  ownerOf(shiftId: string, passId: string, expected: readonly string[]): string | undefined;
  isSignedBy(shiftId: string, personId: string, code: ReadPassCode): boolean;
  typed(shiftId: string, personId: string, step: number): string;
}

const INVALID = { accepted: false, code: 'attendance.code-invalid' } as const;

/**
 * Whose pass made this code. A code names a pass and no person, so the shift's own volunteers are tried.
 *
 * @param expected the shift's volunteers
 * @param now the moment at which it was scanned
 */
export function checkPassCode(
  passes: Passes,
  code: ReadPassCode,
  shiftId: string,
  expected: readonly string[],
  now: number,
): VolunteerCodeVerdict {
  const personId = passes.ownerOf(shiftId, code.passId, expected);
  // The signature first: of a forged code nothing is worth reporting.
  if (personId === undefined || !passes.isSignedBy(shiftId, personId, code)) return INVALID;
  if (!isPassStepNow(code.step, now)) return { accepted: false, code: 'attendance.code-expired' };
  return { accepted: true, personId, nonce: passNonce(code.passId, code.step) };
}

/** The 8 characters of a pass, one minute early or late as for the scanned code. */
export function checkTypedPass(
  passes: Passes,
  text: string,
  shiftId: string,
  expected: readonly string[],
  now: number,
): VolunteerCodeVerdict {
  const current = passStepAt(now);
  for (const personId of expected)
    for (const step of [current, current - 1, current + 1])
      if (sameSecret(text, passes.typed(shiftId, personId, step)))
        return { accepted: true, personId, nonce: passNonce(passes.passId(shiftId, personId), step) };
  return INVALID;
}
