import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Pictures } from '../../../platform/pictures/pictures.js';
import { Random } from '../../../platform/random/random.js';
import { dueOnAfter } from '../../hours/index.js';
import { type ActingAs, UnitsAbove } from '../../organizations/index.js';
import { timesFit } from '../rules/decide-entry.js';
import { EntryStore } from '../store/entry.store.js';
import { ServedShiftReader, type ShiftColumns } from '../store/served-shift.reader.js';
import { minutesOf } from './full-minutes.js';
import { PICTURED } from './pictured.js';
import { Tidings } from './tidings.js';
import { Trail } from './trail.js';

export interface NewEntry {
  readonly personId: string;
  readonly inAt: string;
  readonly outAt: string;
  readonly reason: string;
  readonly pictureIds: readonly string[];
  /** The correction that it grants; its pictures are evidence, too. */
  readonly correctionId: string | null;
}

/** The only way in which an entry made by hand comes to be: two yeses of two levels, whatever led to the first. */
@Injectable()
export class ManualEntries {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly pictures: Pictures,
    private readonly unitsAbove: UnitsAbove,
    private readonly trail: Trail,
    private readonly tidings: Tidings,
  ) {}

  /**
   * Writes an entry that waits for the unit above the one through which its author acts; the caller holds the lock
   * of the volunteer.
   *
   * @returns its id
   * @throws Refusal `entry.outside-shift`, `entry.already`, `entry.evidence-missing`, `entry.nobody-above`,
   * `picture.unknown`.
   */
  async add(
    tx: Tx,
    shift: ShiftColumns,
    authorId: string,
    acting: ActingAs,
    entry: NewEntry,
  ): Promise<string> {
    const window = { startsAt: shift.starts_at, endsAt: shift.ends_at };
    if (!timesFit(entry, window)) throw new Refusal('entry.outside-shift');
    const reader = new ServedShiftReader(tx);
    if (await reader.isRecorded(shift.shift_id, entry.personId)) throw new Refusal('entry.already');
    await this.#requireEvidence(tx, entry);
    const above = await this.unitsAbove.of(tx, acting.organizationId);
    if (above === null) throw new Refusal('entry.nobody-above');
    const id = this.random.id();
    const at = this.clock.instant();
    await new EntryStore(tx).insert({
      id,
      person_id: entry.personId,
      shift_id: shift.shift_id,
      activity_id: shift.activity_id,
      recording_unit_id: shift.recording_unit_id,
      author_id: authorId,
      author_role: acting.role,
      author_unit_id: acting.organizationId,
      deciding_unit_id: above,
      in_at: entry.inAt,
      out_at: entry.outAt,
      minutes: minutesOf(shift, entry.inAt, entry.outAt),
      reason: entry.reason,
      status: 'waiting',
      had_place: (await reader.hadPlace(shift.shift_id, entry.personId)) ? 1 : 0,
      correction_id: entry.correctionId,
      due_on: dueOnAfter(at),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      record_id: null,
      approved_month: null,
      created_at: at,
    });
    await this.pictures.take(tx, authorId, entry.pictureIds, { kind: PICTURED.entry, id });
    await this.trail.addOfEntry(tx, {
      entryId: id,
      actorId: authorId,
      actorRole: acting.role,
      scopeId: acting.organizationId,
      action: 'entered',
      before: null,
      after: 'waiting',
    });
    const tiding = { kind: 'entry.waiting', subjectId: id, shiftId: shift.shift_id } as const;
    await this.tidings.tellStaff(tx, above, [authorId, entry.personId], tiding);
    return id;
  }

  async #requireEvidence(tx: Tx, { pictureIds, correctionId }: NewEntry): Promise<void> {
    if (pictureIds.length > 0) return;
    const ofCorrection =
      correctionId === null
        ? []
        : (await this.pictures.of(tx, PICTURED.correction, [correctionId]))(correctionId);
    if (ofCorrection.length === 0) throw new Refusal('entry.evidence-missing');
  }
}
