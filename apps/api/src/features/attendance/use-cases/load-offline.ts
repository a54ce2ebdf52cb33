import { Injectable } from '@nestjs/common';
import { bytesOf } from '@xiaolin/shared-types/attendance/pass-code';
import type { OfflineRosterContent, ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import { maskedName } from '@xiaolin/shared-types/certificates/masked-name';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type Signature, SigningKeys } from '../../../platform/signing/signing-keys.js';
import { Scope } from '../../organizations/index.js';
import { stateAt, windowOf } from '../rules/attendance-states.js';
import { AttendanceReader } from '../store/attendance.reader.js';
import { AttendanceStore } from '../store/attendance.store.js';
import { AttendanceCodes } from './attendance-codes.js';

export interface SignedRoster extends Signature {
  readonly payload: string;
}

/** Passes are handed out so long before the start: the night before, where there may be no signal in the morning. */
const AHEAD_MS = 48 * 3_600_000;
/** Nobody has more shifts within two days. */
const MOST_PASSES = 20;

/** What both sides load while there is a network: a volunteer's passes, and the desk's signed roster. */
@Injectable()
export class LoadOffline {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly scope: Scope,
    private readonly codes: AttendanceCodes,
    private readonly keys: SigningKeys,
  ) {}

  /** Of the shifts in which this person has a place, from two days before the start until ways out close. */
  async passes(personId: string): Promise<ShiftPass[]> {
    const now = this.clock.now().getTime();
    const rows = await this.uow.read((tx) =>
      new AttendanceReader(tx).soon(personId, new Date(now + AHEAD_MS).toISOString(), MOST_PASSES),
    );
    return rows.flatMap((row) => {
      const times = { startsAt: row.starts_at, endsAt: row.ends_at };
      const { closes } = windowOf('out', times);
      if (closes < now) return [];
      return [
        {
          shiftId: row.id,
          activityTitle: row.activity_title,
          roleName: row.role_name,
          ...times,
          validUntil: new Date(closes).toISOString(),
          ...this.codes.passOf(row.id, personId),
        },
      ];
    });
  }

  /**
   * Whoever holds it can check codes and make none: public keys only, masked names, nothing to telephone.
   *
   * @throws Refusal `shift.unknown`, `access.out-of-scope`, `attendance.roster-over`.
   */
  async roster(actorId: string, shiftId: string): Promise<SignedRoster> {
    const now = this.clock.now();
    const content = await this.uow.read(async (tx): Promise<OfflineRosterContent> => {
      const shift = await new AttendanceStore(tx).shift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      const times = { startsAt: shift.starts_at, endsAt: shift.ends_at };
      const { closes } = windowOf('out', times);
      if (closes < now.getTime()) throw new Refusal('attendance.roster-over');
      const volunteers = await new AttendanceReader(tx).volunteers(shiftId);
      return {
        shiftId,
        activityTitle: shift.activity_title,
        roleName: shift.role_name,
        ...times,
        issuedAt: now.toISOString(),
        validUntil: new Date(closes).toISOString(),
        volunteers: volunteers.map((row) => ({
          passId: this.codes.passOf(shiftId, row.person_id).passId,
          publicKey: this.codes.publicKeyOf(shiftId, row.person_id),
          maskedName: maskedName(row.display_name),
          state: stateAt(row.state, times, now.getTime()),
        })),
      };
    });
    const payload = inAscii(content);
    return { payload, ...this.keys.sign('offline-roster', bytesOf(payload)) };
  }
}

/** So that a phone without TextEncoder hashes the same bytes; `JSON.parse` reads it like any other. */
const inAscii = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
