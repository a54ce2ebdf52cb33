import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Scope } from '../../organizations/index.js';
import { AttendanceStore } from '../store/attendance.store.js';
import { PlaceStore } from '../store/place.store.js';

/** Whether a shift asks phones how far they are from the site, and within how many metres is near enough. */
@Injectable()
export class SetPlaceCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`. */
  read(actorId: string, shiftId: string): Promise<number | null> {
    return this.uow.read(async (tx) => {
      await this.#require(tx, actorId, shiftId);
      return new PlaceStore(tx).radius(shiftId);
    });
  }

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`, `attendance.no-coordinates`. */
  set(actorId: string, shiftId: string, radiusMetres: number | null): Promise<number | null> {
    return this.uow.run(async (tx) => {
      const shift = await new AttendanceStore(tx).lockShift(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      const acting = await this.scope.require(tx, actorId, shift.organization_id);
      const store = new PlaceStore(tx);
      if (radiusMetres !== null && !(await store.hasCoordinates(shiftId)))
        throw new Refusal('attendance.no-coordinates');
      const before = await store.radius(shiftId);
      if (before === radiusMetres) return before;
      await store.saveRadius(shiftId, radiusMetres);
      await writeJournal(
        tx,
        [
          {
            subjectKind: 'shift',
            subjectId: shiftId,
            actorId,
            actorRole: acting.role,
            scopeId: acting.organizationId,
            action: 'place-check',
            before: before === null ? 'off' : String(before),
            after: radiusMetres === null ? 'off' : String(radiusMetres),
            reason: null,
          },
        ],
        { nextId: () => this.random.id(), at: this.clock.instant() },
      );
      return radiusMetres;
    });
  }

  async #require(tx: Tx, actorId: string, shiftId: string) {
    const shift = await new AttendanceStore(tx).shift(shiftId);
    if (shift === undefined) throw new Refusal('shift.unknown');
    await this.scope.require(tx, actorId, shift.organization_id);
  }
}
