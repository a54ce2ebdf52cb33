import { typedForm } from '../contract/typed-code.js';

/**
 * A volunteer's code that needs no network: the phone signs the minute with the private half of its pass for the
 * shift, and the desk checks it with the public half of its roster. `V2.<pass>.<minute>.<signature>`: 110 characters.
 */
export interface ReadPassCode {
  readonly passId: string;
  readonly step: number;
  /** 64 bytes of base64url. */
  readonly signature: string;
}

/** How long one code stands, and what its signature is about. */
export const PASS_STEP_MS = 60_000;
/** A scan may be one step off: two phones' clocks, and the time that scanning takes. */
const TOLERANCE = 1;
export const PASS_PURPOSE = 'volunteer-pass';

const PASS_CODE = /^V2\.([A-Za-z0-9_-]{12})\.([0-9a-z]{1,8})\.([A-Za-z0-9_-]{86})$/;

export const passStepAt = (now: number): number => Math.floor(now / PASS_STEP_MS);

/** What is signed, for {@link PASS_PURPOSE}. */
export const passStatement = (passId: string, step: number): Uint8Array =>
  bytesOf(`${passId}\n${step.toString(36)}`);

export const passCode = ({ passId, step, signature }: ReadPassCode): string =>
  `V2.${passId}.${step.toString(36)}.${signature}`;

export function readPassCode(text: string): ReadPassCode | null {
  const [, passId, step, signature] = PASS_CODE.exec(text) ?? [];
  if (passId === undefined || step === undefined || signature === undefined) return null;
  return { passId, step: Number.parseInt(step, 36), signature };
}

/** Whether a code of this minute may be taken at this moment. */
export const isPassStepNow = (step: number, now: number): boolean =>
  Math.abs(passStepAt(now) - step) <= TOLERANCE;

/** Under this name a code is used up: once for a pass and a minute, whether it was scanned or typed. */
export const passNonce = (passId: string, step: number): string => `o:${passId}:${step.toString(36)}`;

/**
 * The 8 characters of a minute. 40 bits could be guessed from any list of check values, so a roster has none and
 * only the server can check them.
 *
 * @param sha512 of bytes; what stands first is secret and of fixed length, and only 40 bits are shown
 */
export function passTyped(
  typedKey: Uint8Array,
  step: number,
  sha512: (bytes: Uint8Array) => Uint8Array,
): string {
  const about = bytesOf(`pass-typed\n${step.toString(36)}`);
  const bytes = new Uint8Array(typedKey.length + about.length);
  bytes.set(typedKey);
  bytes.set(about, typedKey.length);
  return typedForm(sha512(bytes));
}

/** ASCII only: engines of phones have no TextEncoder. */
export const bytesOf = (ascii: string): Uint8Array =>
  Uint8Array.from({ length: ascii.length }, (_, at) => ascii.charCodeAt(at));
