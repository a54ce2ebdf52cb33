import { Injectable } from '@nestjs/common';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Scope } from '../../organizations/index.js';
import { Qualifications } from '../../qualifications/index.js';
import { isMinor, LINE_COLUMNS } from '../../signups/index.js';
import { ShiftReader } from '../store/shift.reader.js';
import { type NamedSwapRow, SwapStore } from '../store/swap.store.js';
import { VolunteerReader, type VolunteerRow } from '../store/volunteer.reader.js';

export interface Volunteer {
  readonly row: VolunteerRow;
  readonly skills: readonly string[];
  readonly minor: boolean;
  readonly tookOverFrom: string | null;
  readonly handedOverTo: string | null;
}

/** The organiser's view of who comes to a shift, and who said that they cannot. */
@Injectable()
export class ListVolunteers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scope: Scope,
    private readonly qualifications: Qualifications,
  ) {}

  /** @throws Refusal `shift.unknown`, `access.out-of-scope`. */
  execute(actorId: string, shiftId: string, page: PageRequest) {
    return this.uow.read(async (tx) => {
      const shift = await new ShiftReader(tx, LINE_COLUMNS).findPublished(shiftId);
      if (shift === undefined) throw new Refusal('shift.unknown');
      await this.scope.require(tx, actorId, shift.organization_id);
      const cut = cutPage(await new VolunteerReader(tx).of(shiftId, page), page.limit, (last) => [
        last.position,
      ]);
      const holdings = await this.qualifications.of(
        tx,
        cut.rows.map(({ person_id }) => person_id),
      );
      const swaps = await new SwapStore(tx).doneIn(shiftId);
      const volunteers: Volunteer[] = cut.rows.map((row) => ({
        row,
        skills: holdings(row.person_id).skills,
        minor: isMinor(row.birth_year, shift.starts_at),
        ...changedHands(swaps, shiftId, row),
      }));
      return { volunteers, nextCursor: cut.nextCursor };
    });
  }
}

/** In an exchange each side gives one shift and takes another: here only this shift matters. */
function changedHands(
  swaps: readonly NamedSwapRow[],
  shiftId: string,
  { person_id: personId, status }: VolunteerRow,
): Pick<Volunteer, 'tookOverFrom' | 'handedOverTo'> {
  const here = swaps.map((swap) =>
    swap.shift_id === shiftId
      ? { giver: swap.from_id, giverName: swap.from_name, taker: swap.to_id, takerName: swap.to_name }
      : { giver: swap.to_id, giverName: swap.to_name, taker: swap.from_id, takerName: swap.from_name },
  );
  const has = status === 'confirmed' || status === 'attended';
  return {
    tookOverFrom: has ? (here.find(({ taker }) => taker === personId)?.giverName ?? null) : null,
    handedOverTo: has ? null : (here.find(({ giver }) => giver === personId)?.takerName ?? null),
  };
}
