import {
  bytesOf,
  isPassStepNow,
  PASS_PURPOSE,
  passNonce,
  passStatement,
  readPassCode,
} from '@xiaolin/shared-types/attendance/pass-code';
import type { OfflineRoster, OfflineRosterContent } from '@xiaolin/shared-types/attendance/schema';
import { ofBase64Url } from '@xiaolin/shared-types/contract/base64url';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import nacl from 'tweetnacl';

type Signed = Pick<OfflineRoster, 'payload' | 'signature'>;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

const isSigned = (message: Uint8Array, signature: string, publicKey: string): boolean => {
  const [bytes, key] = [ofBase64Url(signature), ofBase64Url(publicKey)];
  return (
    bytes.length === SIGNATURE_BYTES &&
    key.length === KEY_BYTES &&
    nacl.sign.detached.verify(message, bytes, key)
  );
};

/** What a roster says; null when it was not signed so by this key, or is no roster. */
export function openRoster({ payload, signature }: Signed, publicKey: string): OfflineRosterContent | null {
  if (!isSigned(signedMessage('offline-roster', bytesOf(payload)), signature, publicKey)) return null;
  // What our own server signed is what its contract says.
  return JSON.parse(payload) as OfflineRosterContent;
}

export type OfflineCheck =
  | { readonly kind: 'known'; readonly passId: string; readonly maskedName: string; readonly nonce: string }
  | { readonly kind: 'refused'; readonly code: 'attendance.code-invalid' | 'attendance.code-expired' }
  /** Only the server can tell: typed, or of the server's own making. */
  | { readonly kind: 'unchecked'; readonly typed: boolean };

const INVALID = { kind: 'refused', code: 'attendance.code-invalid' } as const;

/**
 * Whose code this is, with public keys alone.
 *
 * @param now by the server's clock, as far as this device knows it
 */
export function checkOffline(code: string, roster: OfflineRosterContent | null, now: number): OfflineCheck {
  const read = readPassCode(code);
  if (read === null) return { kind: 'unchecked', typed: code.length === 8 };
  if (roster === null) return { kind: 'unchecked', typed: false };
  const volunteer = roster.volunteers.find(({ passId }) => passId === read.passId);
  const message = signedMessage(PASS_PURPOSE, passStatement(read.passId, read.step));
  if (volunteer === undefined || !isSigned(message, read.signature, volunteer.publicKey)) return INVALID;
  if (!isPassStepNow(read.step, now)) return { kind: 'refused', code: 'attendance.code-expired' };
  return {
    kind: 'known',
    passId: volunteer.passId,
    maskedName: volunteer.maskedName,
    nonce: passNonce(read.passId, read.step),
  };
}
