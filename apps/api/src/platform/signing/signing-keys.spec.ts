import { describe, expect, it } from '@jest/globals';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { SigningKeys } from './signing-keys.js';

/** RFC 8032, 7.1, test 1: what an Ed25519 key must come to. */
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString(
  'base64url',
);
const PUBLIC = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
const OTHER = Buffer.alloc(32, 7).toString('base64url');

const bytes = Buffer.from('总计 120 分钟');

describe('SigningKeys', () => {
  it('makes of the seed of RFC 8032 its public key, and names it by its hash', () => {
    expect(new SigningKeys(SEED).published()).toEqual([
      { keyId: 'If4x36FUomFi', publicKey: PUBLIC.toString('base64url'), retired: false },
    ]);
  });

  it('writes the purpose before the statement', () => {
    expect(Buffer.from(signedMessage('ledger-head', bytes)).toString()).toBe(
      'xiaolin/ledger-head/1\n总计 120 分钟',
    );
  });

  it('accepts what it signed, and nothing that differs in one bit, byte, purpose or key', () => {
    const keys = new SigningKeys(SEED);
    const given = keys.sign('a', bytes);
    expect(keys.verify('a', bytes, given)).toBe(true);
    for (let at = 0; at < bytes.length * 8; at += 1) {
      const bent = Buffer.from(bytes);
      bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(keys.verify('a', bent, given)).toBe(false);
    }
    expect(keys.verify('b', bytes, given)).toBe(false);
    expect(keys.verify('a', Buffer.concat([bytes, Buffer.from(' ')]), given)).toBe(false);
    expect(keys.verify('a', bytes, { ...given, signature: `${given.signature}=` })).toBe(false);
    expect(keys.verify('a', bytes, { ...given, signature: '' })).toBe(false);
    expect(keys.verify('a', bytes, { ...given, keyId: 'AAAAAAAAAAAA' })).toBe(false);
    expect(new SigningKeys(OTHER).verify('a', bytes, given)).toBe(false);
  });

  it('accepts a retired key, publishes it as such, and signs with it no more', () => {
    const old = new SigningKeys(SEED);
    const [{ keyId = '', publicKey = '' } = {}] = old.published();
    const keys = new SigningKeys(OTHER, [{ keyId, publicKey }]);
    expect(keys.verify('a', bytes, old.sign('a', bytes))).toBe(true);
    expect(keys.sign('a', bytes).keyId).not.toBe(keyId);
    expect(keys.published().map(({ retired }) => retired)).toEqual([false, true]);
  });

  it('whose own key is listed as retired too still signs with it', () => {
    const [{ keyId = '', publicKey = '' } = {}] = new SigningKeys(SEED).published();
    expect(new SigningKeys(SEED, [{ keyId, publicKey }]).published()).toEqual([
      { keyId, publicKey, retired: false },
    ]);
  });
});
