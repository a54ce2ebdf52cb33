import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { sameSecret, typedForm } from '@xiaolin/shared-types/contract/typed-code';
import { DIRECTION_LIST } from './attendance-states.js';
import { macForm, type ReadCode, type Sign } from './code-text.js';

/** How long one code of the site stands on the wall (domain: 20 s steps). */
export const STEP_MS = 20_000;
/** A scan may be one step late (the network) or early (two servers' clocks). */
const TOLERANCE = 1;
/** How far back a typed code is recognised as one that was right, so that it is called expired and not invalid. */
const REMEMBERED_STEPS = 15;

export interface SiteCode {
  readonly code: string;
  readonly typed: string;
  /** Milliseconds since 1970 at which the next code replaces it. */
  readonly validUntil: number;
}

export type SiteCodeVerdict =
  | { readonly accepted: true; readonly shiftId: string; readonly direction: Direction }
  | {
      readonly accepted: false;
      readonly code: 'attendance.code-invalid' | 'attendance.code-expired' | 'attendance.code-other-shift';
    };

const stepAt = (now: number): number => Math.floor(now / STEP_MS);
const scanned = (sign: Sign, shiftId: string, direction: Direction, step: number): string =>
  macForm(sign(`site\n${shiftId}\n${direction}\n${step}`));
// Another text than the scanned form signs, so that one can never be worked out from the other.
const typed = (sign: Sign, shiftId: string, direction: Direction, step: number): string =>
  typedForm(sign(`site-typed\n${shiftId}\n${direction}\n${step}`));

/** The site's code of this moment for one way. */
export function siteCode(sign: Sign, shiftId: string, direction: Direction, now: number): SiteCode {
  const step = stepAt(now);
  return {
    code: `S1.${shiftId}.${direction === 'in' ? 'i' : 'o'}.${step.toString(36)}.${scanned(sign, shiftId, direction, step)}`,
    typed: typed(sign, shiftId, direction, step),
    validUntil: (step + 1) * STEP_MS,
  };
}

/**
 * Whether the site showed this code just now.
 *
 * @param shiftId the shift that the caller means: needed with a typed code; a scanned code must agree with it.
 */
export function checkSiteCode(
  sign: Sign,
  read: ReadCode | null,
  shiftId: string | undefined,
  now: number,
): SiteCodeVerdict {
  if (read?.kind === 'typed' && shiftId !== undefined) return checkTyped(sign, read.text, shiftId, now);
  // The signature first: of a forged code nothing is worth reporting.
  if (read?.kind !== 'site' || !sameSecret(read.mac, scanned(sign, read.shiftId, read.direction, read.step)))
    return { accepted: false, code: 'attendance.code-invalid' };
  if (shiftId !== undefined && shiftId !== read.shiftId)
    return { accepted: false, code: 'attendance.code-other-shift' };
  if (Math.abs(stepAt(now) - read.step) > TOLERANCE)
    return { accepted: false, code: 'attendance.code-expired' };
  return { accepted: true, shiftId: read.shiftId, direction: read.direction };
}

function checkTyped(sign: Sign, text: string, shiftId: string, now: number): SiteCodeVerdict {
  const current = stepAt(now);
  const shown = (step: number) =>
    DIRECTION_LIST.find((direction) => sameSecret(text, typed(sign, shiftId, direction, step)));
  for (let step = current - TOLERANCE; step <= current + TOLERANCE; step += 1) {
    const direction = shown(step);
    if (direction !== undefined) return { accepted: true, shiftId, direction };
  }
  for (let step = current - REMEMBERED_STEPS; step < current - TOLERANCE; step += 1)
    if (shown(step) !== undefined) return { accepted: false, code: 'attendance.code-expired' };
  return { accepted: false, code: 'attendance.code-invalid' };
}
