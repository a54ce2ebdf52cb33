import { describe, expect, it } from '@jest/globals';
import type { PublicCertificate } from '@xiaolin/shared-types/certificates/schema';
import {
  readStatement,
  type SignedStatement,
  STATEMENT_PURPOSE,
  statementBytes,
  statementText,
  toBase64Url,
} from '@xiaolin/shared-types/certificates/statement';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import nacl from 'tweetnacl';
import { signatureOf, verdictOf } from './check';

const pair = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7));
const keys = [{ keyId: 'key-12345678', publicKey: toBase64Url(pair.publicKey) }];
const statement = {
  number: 'ZM26-7K3M-9QD4-2XBF',
  unitName: '万溪冲社区',
  holder: '杨**',
  from: '2026-01-01',
  to: '2026-11-24',
  minutes: 1_593,
  records: 12,
  issuedOn: '2026-11-25',
  ledger: { sequence: 1_234, head: '9f3ac07b12de4455' },
};
const bytes = statementBytes(statement);
const signature = nacl.sign.detached(signedMessage(STATEMENT_PURPOSE, bytes), pair.secretKey);
const text = statementText(bytes, 'key-12345678', signature);
const read = readStatement(`https://x.cn/#/pkg-verify/pages/check/index?s=${text}`) as SignedStatement;
const certificate: PublicCertificate = {
  number: statement.number,
  state: 'issued',
  supersededBecause: null,
  holder: '杨**',
  unitName: '万溪冲社区',
  from: statement.from,
  to: statement.to,
  totalMinutes: 1_593,
  issuedOn: statement.issuedOn,
};

describe('checking a certificate', () => {
  it('reads back what was written', () => {
    expect(read.statement).toEqual(statement);
  });

  it('accepts what was signed, and nothing that differs in one byte', () => {
    expect(signatureOf(read, keys)).toBe('good');
    for (let at = 0; at < read.bytes.length; at += 1) {
      const bent = Uint8Array.from(read.bytes);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(signatureOf({ ...read, bytes: bent }, keys)).toBe('bad');
    }
    expect(signatureOf(read, [])).toBe('no-key');
    expect(signatureOf(read, [{ keyId: 'another', publicKey: keys[0]?.publicKey ?? '' }])).toBe('no-key');
    expect(
      signatureOf(read, [{ keyId: 'key-12345678', publicKey: toBase64Url(new Uint8Array(32).fill(1)) }]),
    ).toBe('bad');
  });

  it('reads no text that is cut off, longer, or written otherwise', () => {
    for (const bent of [
      text.slice(0, -1),
      `${text}A`,
      `${text}=`,
      text.slice(4),
      '',
      '你好',
      `B${text.slice(1)}`,
    ])
      expect(readStatement(bent)).toBeNull();
  });

  it.each([
    ['found', {}, 'good', 'good'],
    ['found', { state: 'superseded', supersededBecause: 'amended' }, 'good', 'amended'],
    ['found', { state: 'superseded', supersededBecause: 'reissued' }, 'good', 'reissued'],
    ['found', { state: 'revoked' }, 'good', 'revoked'],
    ['found', { totalMinutes: 60 }, 'good', 'different'],
    ['found', {}, 'bad', 'forged'],
    ['unknown', {}, 'good', 'unknown'],
    ['offline', {}, 'good', 'offline'],
    ['offline', {}, 'no-key', 'offline-no-key'],
    ['offline', {}, 'bad', 'forged'],
  ] as const)('%s %j, signature %s: %s', (kind, given, signed, verdict) => {
    const online = kind === 'found' ? { kind, certificate: { ...certificate, ...given } } : { kind };
    expect(verdictOf(read, signed, online)).toBe(verdict);
  });

  it('needs no statement where the number was typed', () => {
    expect(verdictOf(null, null, { kind: 'found', certificate })).toBe('good');
    expect(verdictOf(null, null, { kind: 'offline' })).toBe('offline-no-key');
  });
});
