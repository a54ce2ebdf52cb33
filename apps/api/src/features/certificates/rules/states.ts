import type { CertificateState, SUPERSEDED_BECAUSE } from '@xiaolin/shared-types/certificates/schema';

/** From which state a certificate may go where; a revoked one is the end. */
export const TRANSITIONS: Readonly<Record<CertificateState, readonly CertificateState[]>> = {
  issued: ['superseded', 'revoked'],
  superseded: ['revoked'],
  revoked: [],
};

export const mayBecome = (from: CertificateState, to: CertificateState): boolean =>
  TRANSITIONS[from].includes(to);

export interface Standing {
  readonly state: CertificateState;
  readonly supersededBecause: (typeof SUPERSEDED_BECAUSE)[number] | null;
}

/**
 * The state that people are told, at this very moment: an issued certificate whose records are no longer what they
 * were is superseded from the instant in which one was amended or voided, before anything has noticed.
 *
 * @param intact whether every certified version is still the current one and counts
 */
export function standingOf(stored: Standing, intact: boolean): Standing {
  if (stored.state !== 'issued' || intact) return stored;
  return { state: 'superseded', supersededBecause: 'amended' };
}
