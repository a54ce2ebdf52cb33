import type { PublicCertificate } from '@xiaolin/shared-types/certificates/schema';
import {
  fromBase64Url,
  type SignedStatement,
  STATEMENT_PURPOSE,
} from '@xiaolin/shared-types/certificates/statement';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import type { PublishedKey } from '@xiaolin/shared-types/signing/schema';
import nacl from 'tweetnacl';

type Keys = readonly Pick<PublishedKey, 'keyId' | 'publicKey'>[];

/** `no-key`: the key that signed it is not known here, so nobody can say. */
export type SignatureVerdict = 'good' | 'bad' | 'no-key';

/**
 * Whether one of the published keys signed exactly this. In the same few lines of JavaScript everywhere: phones'
 * browsers learn Ed25519 only now, and the mini-app has no WebCrypto at all.
 */
export function signatureOf(read: SignedStatement, keys: Keys): SignatureVerdict {
  const key = keys.find(({ keyId }) => keyId === read.keyId);
  const bytes = key === undefined ? null : fromBase64Url(key.publicKey);
  if (bytes?.length !== 32) return 'no-key';
  const message = signedMessage(STATEMENT_PURPOSE, read.bytes);
  return nacl.sign.detached.verify(message, read.signature, bytes) ? 'good' : 'bad';
}

/** What the server said about the number. */
export type Online =
  | { readonly kind: 'found'; readonly certificate: PublicCertificate }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' };

export type Verdict =
  | 'good'
  | 'amended'
  | 'reissued'
  | 'revoked'
  | 'unknown'
  | 'forged'
  | 'different'
  | 'offline'
  | 'offline-no-key';

/**
 * What is true of a certificate, from the signed statement (if one was scanned) and the server (if it answered). A bad
 * signature is the end, whatever the server knows about that number: somebody printed it beside other figures.
 */
export function verdictOf(
  read: SignedStatement | null,
  signature: SignatureVerdict | null,
  online: Online,
): Verdict {
  if (signature === 'bad') return 'forged';
  if (online.kind === 'offline') return signature === 'good' ? 'offline' : 'offline-no-key';
  if (online.kind === 'unknown') return 'unknown';
  const { certificate } = online;
  if (read !== null && !isSame(read, certificate)) return 'different';
  if (certificate.state === 'issued') return 'good';
  if (certificate.state === 'revoked') return 'revoked';
  return certificate.supersededBecause ?? 'reissued';
}

const isSame = ({ statement }: SignedStatement, certificate: PublicCertificate): boolean =>
  statement.number === certificate.number &&
  statement.minutes === certificate.totalMinutes &&
  statement.from === certificate.from &&
  statement.to === certificate.to &&
  statement.holder === certificate.holder &&
  statement.issuedOn === certificate.issuedOn;
