import {
  PASS_PURPOSE,
  PASS_STEP_MS,
  passCode,
  passStatement,
  passStepAt,
  passTyped,
} from '@xiaolin/shared-types/attendance/pass-code';
import type { ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import { ofBase64Url, toBase64Url } from '@xiaolin/shared-types/contract/base64url';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import nacl from 'tweetnacl';

/** A code that this phone made, good until `until` by its own clock. */
export interface PassCode {
  readonly code: string;
  readonly typed: string;
  readonly until: string;
}

/**
 * The code of this minute, made with the pass alone. Only pages of subpackages import this: the library is 30 KB.
 *
 * @param ahead by how many milliseconds the phone's clock is ahead of the server's
 */
export function makePassCode(
  pass: Pick<ShiftPass, 'passId' | 'seed' | 'typedKey'>,
  now: Date,
  ahead: number,
): PassCode {
  const step = passStepAt(now.getTime() - ahead);
  const { secretKey } = nacl.sign.keyPair.fromSeed(ofBase64Url(pass.seed));
  const message = signedMessage(PASS_PURPOSE, passStatement(pass.passId, step));
  const signature = toBase64Url(nacl.sign.detached(message, secretKey));
  return {
    code: passCode({ passId: pass.passId, step, signature }),
    typed: passTyped(ofBase64Url(pass.typedKey), step, nacl.hash),
    until: new Date((step + 1) * PASS_STEP_MS + ahead).toISOString(),
  };
}
