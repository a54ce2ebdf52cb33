import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { keyIdOf } from './key-id.js';

export interface Signature {
  readonly keyId: string;
  /** 64 bytes in base64url. */
  readonly signature: string;
}

export interface RetiredKey {
  readonly keyId: string;
  /** 32 bytes in base64url. */
  readonly publicKey: string;
}

/** What stands before the seed in the PKCS #8 form of an Ed25519 key (RFC 8410): Node reads no bare seeds. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The system's own signatures: Ed25519, one key that signs, any number of retired ones that only verify. What is
 * signed carries its purpose ({@link signedMessage}).
 */
export class SigningKeys {
  readonly #private: KeyObject;
  readonly #keyId: string;
  readonly #public: ReadonlyMap<string, { readonly key: KeyObject; readonly publicKey: string }>;

  /** @param seed 32 bytes in base64url; with it anybody signs as we do */
  constructor(seed: string, retired: readonly RetiredKey[] = []) {
    this.#private = createPrivateKey({
      key: Buffer.concat([PKCS8, Buffer.from(seed, 'base64url')]),
      format: 'der',
      type: 'pkcs8',
    });
    const publicKey = createPublicKey(this.#private).export({ format: 'jwk' }).x ?? '';
    this.#keyId = keyIdOf(Buffer.from(publicKey, 'base64url'));
    this.#public = new Map(
      [...retired.map((key) => key.publicKey), publicKey].map((each) => [
        keyIdOf(Buffer.from(each, 'base64url')),
        {
          publicKey: each,
          key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: each }, format: 'jwk' }),
        },
      ]),
    );
  }

  sign(purpose: string, bytes: Uint8Array): Signature {
    const signature = sign(null, signedMessage(purpose, bytes), this.#private).toString('base64url');
    return { keyId: this.#keyId, signature };
  }

  /** Whether one of our keys signed exactly this, for exactly this purpose. */
  verify(purpose: string, bytes: Uint8Array, { keyId, signature }: Signature): boolean {
    const known = this.#public.get(keyId);
    const given = Buffer.from(signature, 'base64url');
    // One spelling: a signature that reads alike but is written otherwise is not what we gave out.
    if (known === undefined || given.toString('base64url') !== signature) return false;
    return verify(null, signedMessage(purpose, bytes), known.key, given);
  }

  /** Public keys, the one that signs first. */
  published(): readonly { readonly keyId: string; readonly publicKey: string; readonly retired: boolean }[] {
    return [...this.#public]
      .map(([keyId, { publicKey }]) => ({ keyId, publicKey, retired: keyId !== this.#keyId }))
      .reverse();
  }
}
