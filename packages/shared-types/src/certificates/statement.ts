/*
 * What the QR code of a certificate holds, so that it can be checked without a network: a few bytes, signed.
 * No full name, no person's id: whoever photographs a certificate learns no more than the public page tells.
 *
 * Bytes, numbers big-endian, texts as a length byte and UTF-8:
 *   0      version, 1
 *          number     text        without hyphens
 *          unit       text        the recording unit's name, at most 90 bytes
 *          holder     text        the masked name
 *          from, to   2 × uint16  days since 2020-01-01
 *          minutes    uint32
 *          records    uint16
 *          issued     uint16      day since 2020-01-01
 *          sequence   uint32      of the unit's ledger when it was issued; 0: the unit had none
 *          head       8 bytes     the beginning of that ledger entry's hash
 *          key        text        name of the key
 *          signature  64 bytes    Ed25519 over `xiaolin/certificate/1`, a line break, and all bytes before `key`
 * and all of it in base64url.
 */

/** What the signature is for: see `signing/message`. */
export const STATEMENT_PURPOSE = 'certificate';

export interface Statement {
  readonly number: string;
  readonly unitName: string;
  /** Masked; the full name stands on the paper only. */
  readonly holder: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly records: number;
  readonly issuedOn: string;
  readonly ledger: { readonly sequence: number; /** 16 hexadecimal digits. */ readonly head: string } | null;
}

export interface SignedStatement {
  readonly statement: Statement;
  /** What was signed. */
  readonly bytes: Uint8Array;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

const VERSION = 1;
const HEAD_BYTES = 8;
const SIGNATURE_BYTES = 64;
const MOST_UNIT_BYTES = 90;
const EPOCH = Date.parse('2020-01-01T00:00:00.000Z');
const DAY = 86_400_000;

/** The bytes to sign. */
export function statementBytes(statement: Statement): Uint8Array {
  const out: number[] = [VERSION];
  const whole = (value: number, width: number) => {
    for (let shift = width - 1; shift >= 0; shift -= 1) out.push(Math.floor(value / 256 ** shift) % 256);
  };
  const text = (bytes: readonly number[]) => out.push(bytes.length, ...bytes);
  text(utf8(statement.number.replace(/-/g, '')));
  text(fitting(statement.unitName, MOST_UNIT_BYTES));
  text(utf8(statement.holder));
  whole(daysSince(statement.from), 2);
  whole(daysSince(statement.to), 2);
  whole(statement.minutes, 4);
  whole(statement.records, 2);
  whole(daysSince(statement.issuedOn), 2);
  whole(statement.ledger?.sequence ?? 0, 4);
  const head = statement.ledger?.head ?? '';
  for (let at = 0; at < HEAD_BYTES; at += 1)
    out.push(Number.parseInt(head.slice(at * 2, at * 2 + 2), 16) || 0);
  return Uint8Array.from(out);
}

/** The text for the QR code. @param signature 64 bytes over {@link statementBytes} */
export const statementText = (bytes: Uint8Array, keyId: string, signature: Uint8Array): string => {
  const key = utf8(keyId);
  return toBase64Url([...bytes, key.length, ...key, ...signature]);
};

/**
 * What stands in a statement, before anything about it is believed; null when it is none of ours. A whole address
 * with the statement in its `s` parameter will do.
 */
export function readStatement(given: string): SignedStatement | null {
  const text = /[?&#]s=([A-Za-z0-9_-]+)/.exec(given)?.[1] ?? given.trim();
  const all = fromBase64Url(text);
  if (all === null || all[0] !== VERSION) return null;
  const reader = new Reader(all);
  try {
    const number = reader.text();
    const statement: Statement = {
      number: number.replace(/^(ZM\d\d)(.{4})(.{4})(.{4})$/, '$1-$2-$3-$4'),
      unitName: reader.text(),
      holder: reader.text(),
      from: dayOf(reader.whole(2)),
      to: dayOf(reader.whole(2)),
      minutes: reader.whole(4),
      records: reader.whole(2),
      issuedOn: dayOf(reader.whole(2)),
      ledger: ledgerOf(reader.whole(4), reader.bytes(HEAD_BYTES)),
    };
    const bytes = all.slice(0, reader.at);
    const keyId = reader.text();
    const signature = reader.bytes(SIGNATURE_BYTES);
    // One spelling: a text that reads alike but is longer or written otherwise is not what we gave out.
    return reader.at === all.length && toBase64Url(all) === text
      ? { statement, bytes, keyId, signature }
      : null;
  } catch {
    return null;
  }
}

const ledgerOf = (sequence: number, head: Uint8Array): Statement['ledger'] =>
  sequence === 0
    ? null
    : { sequence, head: Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('') };

class Reader {
  at = 1;

  constructor(private readonly all: Uint8Array) {}

  bytes(length: number): Uint8Array {
    if (this.at + length > this.all.length) throw new RangeError('the statement is cut off');
    this.at += length;
    return this.all.slice(this.at - length, this.at);
  }

  whole(width: number): number {
    return this.bytes(width).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  text(): string {
    return fromUtf8(this.bytes(this.whole(1)));
  }
}

const daysSince = (day: string): number => Math.round((Date.parse(`${day}T00:00:00.000Z`) - EPOCH) / DAY);
const dayOf = (days: number): string => new Date(EPOCH + days * DAY).toISOString().slice(0, 10);

// By hand: the mini-app's engine on phones has neither TextEncoder nor btoa.
function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1)
    if (escaped.charAt(at) === '%') {
      bytes.push(Number.parseInt(escaped.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(escaped.charCodeAt(at));
  return bytes;
}

const fromUtf8 = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));

/** As many whole characters as fit. */
function fitting(text: string, most: number): number[] {
  const characters = Array.from(text);
  while (utf8(characters.join('')).length > most) characters.pop();
  return utf8(characters.join(''));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toBase64Url(bytes: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < Math.min(4, left + 1); digit += 1)
      text += DIGITS.charAt((three >> (18 - digit * 6)) & 63);
  }
  return text;
}

/** Null when the text is no base64url. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let at = 0; at < bytes.length; at += 1) {
    const bit = at * 8;
    const first = DIGITS.indexOf(text.charAt(Math.floor(bit / 6)));
    const second = DIGITS.indexOf(text.charAt(Math.floor(bit / 6) + 1));
    const shift = bit % 6;
    bytes[at] = ((first << (2 + shift)) | (second >> (4 - shift))) & 255;
  }
  return bytes;
}
