import { Injectable } from '@nestjs/common';
import type { Wrong } from '@xiaolin/shared-types/corrections/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Pictures } from '../../../platform/pictures/pictures.js';
import { Random } from '../../../platform/random/random.js';
import { dueOnAfter } from '../../hours/index.js';
import { ENTRY_DAYS, refusalOfShift } from '../rules/decide-entry.js';
import { takesTheRoom } from '../rules/transitions.js';
import { CorrectionStore } from '../store/correction.store.js';
import { findRecord } from '../store/record.reader.js';
import { type ServedShiftRow, ServedShiftReader } from '../store/served-shift.reader.js';
import { fullMinutes } from './full-minutes.js';
import { PICTURED } from './pictured.js';
import { Tidings } from './tidings.js';
import { Trail } from './trail.js';

interface Raised {
  readonly requestKey: string;
  readonly claimedMinutes?: number | undefined;
  readonly words: string;
  readonly pictureIds: readonly string[];
}

/** A volunteer says that a record is wrong, or missing (办法 art. 12). */
@Injectable()
export class RaiseCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly pictures: Pictures,
    private readonly trail: Trail,
    private readonly tidings: Tidings,
  ) {}

  /**
   * @returns the id of the correction
   * @throws Refusal `hours.unknown` (also for somebody else's), `correction.already`,
   * `correction.minutes-beyond-shift`, `picture.unknown`, `request.key-reused`.
   */
  againstRecord(
    personId: string,
    recordId: string,
    body: Raised & { readonly wrong: Wrong },
  ): Promise<string> {
    return this.#once(personId, 'raise-correction', { recordId, body }, async (tx) => {
      const store = new CorrectionStore(tx);
      await store.lockPerson(personId);
      const record = await findRecord(tx, recordId);
      if (record?.person_id !== personId || record.is_current !== 1) throw new Refusal('hours.unknown');
      if ((await store.earlier(personId, { recordId })).some(({ status }) => takesTheRoom(status)))
        throw new Refusal('correction.already');
      const shift = await new ServedShiftReader(tx).find(record.shift_id);
      if (shift === undefined) throw new Refusal('hours.unknown');
      return this.#raise(tx, personId, shift, body, { wrong: body.wrong, recordId, minutes: record.minutes });
    });
  }

  /**
   * @returns the id of the correction
   * @throws Refusal of the shift (`entry.…`, `shift.unknown`), `correction.already`,
   * `correction.minutes-beyond-shift`, `picture.unknown`, `request.key-reused`.
   */
  missing(personId: string, shiftId: string, body: Raised): Promise<string> {
    return this.#once(personId, 'raise-missing', { shiftId, body }, async (tx) => {
      const store = new CorrectionStore(tx);
      await store.lockPerson(personId);
      const reader = new ServedShiftReader(tx);
      const shift = await reader.find(shiftId);
      const refusal = refusalOfShift(
        shift && {
          endsAt: shift.ends_at,
          calledOff: shift.called_off === 1,
          counts: shift.counts === 1,
          recorded: await reader.isRecorded(shiftId, personId),
        },
        this.clock.now(),
      );
      if (refusal !== null)
        throw new Refusal(refusal, refusal === 'entry.too-long-ago' ? { days: ENTRY_DAYS } : {});
      if ((await store.earlier(personId, { shiftId })).some(({ status }) => takesTheRoom(status)))
        throw new Refusal('correction.already');
      return this.#raise(tx, personId, shift as ServedShiftRow, body, {
        wrong: 'missing',
        recordId: null,
        minutes: null,
      });
    });
  }

  #once(
    personId: string,
    operation: string,
    asked: { readonly body: Raised; readonly recordId?: string; readonly shiftId?: string },
    work: (tx: Tx) => Promise<string>,
  ): Promise<string> {
    const { requestKey } = asked.body;
    return once(
      this.uow,
      { actorId: personId, requestKey, bodyHash: hashBody(operation, asked) },
      this.clock,
      work,
    );
  }

  async #raise(
    tx: Tx,
    personId: string,
    shift: ServedShiftRow,
    body: Raised,
    about: { readonly wrong: Wrong; readonly recordId: string | null; readonly minutes: number | null },
  ): Promise<string> {
    const most = fullMinutes(shift);
    if ((body.claimedMinutes ?? 0) > most) throw new Refusal('correction.minutes-beyond-shift', { most });
    const id = this.random.id();
    const at = this.clock.instant();
    await new CorrectionStore(tx).insert({
      id,
      person_id: personId,
      shift_id: shift.shift_id,
      activity_id: shift.activity_id,
      recording_unit_id: shift.recording_unit_id,
      record_id: about.recordId,
      wrong: about.wrong,
      recorded_minutes: about.minutes,
      claimed_minutes: body.claimedMinutes ?? null,
      words: body.words,
      status: 'open',
      deciding_unit_id: shift.recording_unit_id,
      // As long as recording itself may take, art. 11.
      due_on: dueOnAfter(at),
      replied_by: null,
      outcome: null,
      new_record_id: null,
      entry_id: null,
      raised_at: at,
    });
    await this.pictures.take(tx, personId, body.pictureIds, { kind: PICTURED.correction, id });
    await this.trail.add(tx, {
      correctionId: id,
      action: 'raised',
      actorId: personId,
      actorRole: 'volunteer',
      scopeId: null,
      before: null,
      after: 'open',
      minutes: body.claimedMinutes ?? null,
      reason: body.words,
    });
    await this.tidings.tellStaff(tx, shift.recording_unit_id, [personId], {
      kind: 'correction.raised',
      subjectId: id,
      shiftId: shift.shift_id,
    });
    return id;
  }
}
