import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { CONFIG, SECRET } from '../../../platform/injection.js';
import { Random } from '../../../platform/random/random.js';
import { type ReadCode, readCode, type Sign } from '../rules/code-text.js';
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

/** Makes and checks codes with the secret of the app and the clock of this moment. */
@Injectable()
export class AttendanceCodes {
  readonly #sign: Sign;

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

  checkSite(read: ReadCode | null, shiftId: string | undefined): SiteCodeVerdict {
    return checkSiteCode(this.#sign, read, shiftId, this.#now());
  }

  /** @param expected whom a typed code may belong to */
  checkVolunteer(read: ReadCode | null, expected: readonly string[]): VolunteerCodeVerdict {
    return checkVolunteerCode(this.#sign, read, expected, this.#now());
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
