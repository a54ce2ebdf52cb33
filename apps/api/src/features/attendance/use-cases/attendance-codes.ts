import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  verify,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import {
  PASS_PURPOSE,
  passStatement,
  passTyped,
  type ReadPassCode,
} from '@xiaolin/shared-types/attendance/pass-code';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG, SECRET } from '../../../platform/injection.js';
import { Random } from '../../../platform/random/random.js';
import { checkPassCode, checkTypedPass, type Passes } from '../rules/check-pass.js';
import { macForm, type ReadCode, readCode, type Sign } from '../rules/code-text.js';
import { checkSiteCode, type SiteCode, siteCode, type SiteCodeVerdict } from '../rules/site-code.js';
import {
  checkVolunteerCode,
  type VolunteerCode,
  volunteerCode,
  type VolunteerCodeVerdict,
} from '../rules/volunteer-code.js';

/** Bytes of a nonce: 16 characters of base64url. */
const NONCE_BYTES = 12;
/** The page that reads a code out of an address. */
const SCAN_PAGE = '/#/pkg-volunteer/pages/scan/index?c=';

/** 12 characters of base64url. */
const PASS_ID_BYTES = 9;
/** Ids of passes that are remembered, a few megabytes: each batch of a desk asks for the whole shift's. */
const PASS_IDS_KEPT = 20_000;
/**
 * Node reads no bare seeds, and takes 0.35 ms for one as PKCS #8 but 0.03 ms as a JWK. Of a private JWK only `d`
 * counts; the public half, which it must name, is worked out from it.
 */
const ANY_PUBLIC_HALF = Buffer.alloc(32).toString('base64url');

/** The pass of a volunteer for a shift, with its private half. */
export interface Pass {
  readonly passId: string;
  readonly seed: string;
  readonly typedKey: string;
}

/** Makes and checks codes with the secret of the app and the clock of this moment. */
@Injectable()
export class AttendanceCodes {
  readonly #sign: Sign;
  /** A list belongs to one shift and lives as long as its request. */
  readonly #ownersOf = new WeakMap<readonly string[], ReadonlyMap<string, string>>();
  readonly #passIds = new Map<string, string>();
  /** A late code is judged twice, for now and for when it was scanned; its signature is the same both times. */
  readonly #signedBy = new WeakMap<ReadPassCode, Map<string, boolean>>();

  constructor(
    @Inject(SECRET) secret: string,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    // A key of its own: nothing else that the secret signs can be taken for a code, nor a code for anything else.
    const key = createHmac('sha256', secret).update('attendance-codes-1').digest();
    this.#sign = (text) => createHmac('sha256', key).update(text).digest();
  }

  read(text: string): ReadCode | null {
    return readCode(text);
  }

  /** The site's code of this moment; with a public address, any phone's camera opens the page. */
  ofSite(shiftId: string, direction: Direction): SiteCode {
    const made = siteCode(this.#sign, shiftId, direction, this.#now());
    const { publicUrl } = this.config;
    return publicUrl === null ? made : { ...made, code: `${publicUrl}${SCAN_PAGE}${made.code}` };
  }

  ofVolunteer(personId: string): VolunteerCode {
    return volunteerCode(
      this.#sign,
      personId,
      this.random.bytes(NONCE_BYTES).toString('base64url'),
      this.#now(),
    );
  }

  /** Nothing of it is stored: it is derived anew whenever it is asked for, and given to its volunteer alone. */
  passOf(shiftId: string, personId: string): Pass {
    return {
      passId: this.#passId(shiftId, personId),
      seed: this.#seed(shiftId, personId).toString('base64url'),
      typedKey: this.#typedKey(shiftId, personId).toString('base64url'),
    };
  }

  /** The public half, which checks codes and makes none: 32 bytes of base64url. */
  publicKeyOf(shiftId: string, personId: string): string {
    return this.#publicKey(shiftId, personId).export({ format: 'jwk' }).x ?? '';
  }

  /** A hash under which one installation is known within one shift, and nowhere else. */
  deviceHash(shiftId: string, device: string): string {
    return macForm(this.#sign(`device\n${shiftId}\n${device}`));
  }

  /** @param at when it was scanned; now unless told */
  checkSite(read: ReadCode | null, shiftId: string | undefined, at = this.#now()): SiteCodeVerdict {
    return checkSiteCode(this.#sign, read, shiftId, at);
  }

  /**
   * @param expected the shift's volunteers: whom a typed code or a code of a pass may belong to
   * @param at when it was scanned; now unless told
   */
  checkVolunteer(
    read: ReadCode | null,
    shiftId: string,
    expected: readonly string[],
    at = this.#now(),
  ): VolunteerCodeVerdict {
    if (read?.kind === 'pass') return checkPassCode(this.#passes, read, shiftId, expected, at);
    const verdict = checkVolunteerCode(this.#sign, read, expected, at);
    return verdict.accepted || read?.kind !== 'typed'
      ? verdict
      : checkTypedPass(this.#passes, read.text, shiftId, expected, at);
  }

  readonly #passes: Passes = {
    passId: (shiftId, personId) => this.#passId(shiftId, personId),
    ownerOf: (shiftId, passId, expected) => this.#owners(shiftId, expected).get(passId),
    isSignedBy: (shiftId, personId, code) => this.#isSignedBy(shiftId, personId, code),
    typed: (shiftId, personId, step) =>
      passTyped(this.#typedKey(shiftId, personId), step, (bytes) =>
        createHash('sha512').update(bytes).digest(),
      ),
  };

  /** Worked out once for a list, which a batch asks about two hundred times. */
  #owners(shiftId: string, expected: readonly string[]): ReadonlyMap<string, string> {
    const known = this.#ownersOf.get(expected);
    if (known !== undefined) return known;
    const owners = new Map(expected.map((personId) => [this.#passId(shiftId, personId), personId]));
    this.#ownersOf.set(expected, owners);
    return owners;
  }

  #passId(shiftId: string, personId: string): string {
    const whose = `pass-id\n${shiftId}\n${personId}`;
    const known = this.#passIds.get(whose);
    if (known !== undefined) return known;
    const made = Buffer.from(this.#sign(whose)).subarray(0, PASS_ID_BYTES).toString('base64url');
    if (this.#passIds.size >= PASS_IDS_KEPT) this.#passIds.clear();
    this.#passIds.set(whose, made);
    return made;
  }

  #seed(shiftId: string, personId: string): Buffer {
    return Buffer.from(this.#sign(`pass-seed\n${shiftId}\n${personId}`));
  }

  #typedKey(shiftId: string, personId: string): Buffer {
    return Buffer.from(this.#sign(`pass-typed\n${shiftId}\n${personId}`));
  }

  #publicKey(shiftId: string, personId: string): KeyObject {
    const d = this.#seed(shiftId, personId).toString('base64url');
    const key = { kty: 'OKP', crv: 'Ed25519', d, x: ANY_PUBLIC_HALF };
    return createPublicKey(createPrivateKey({ key, format: 'jwk' }));
  }

  #isSignedBy(shiftId: string, personId: string, code: ReadPassCode): boolean {
    const known = this.#signedBy.get(code) ?? new Map<string, boolean>();
    this.#signedBy.set(code, known);
    const whose = `${shiftId}\n${personId}`;
    const verdict = known.get(whose) ?? this.#verify(shiftId, personId, code);
    known.set(whose, verdict);
    return verdict;
  }

  #verify(shiftId: string, personId: string, { passId, step, signature }: ReadPassCode): boolean {
    const given = Buffer.from(signature, 'base64url');
    // One spelling: 86 characters hold two bits that do not count.
    if (given.toString('base64url') !== signature) return false;
    const message = signedMessage(PASS_PURPOSE, passStatement(passId, step));
    return verify(null, message, this.#publicKey(shiftId, personId), given);
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
