import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@xiaolin/shared-types/inbox/routes';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { Messages } from '../../inbox/index.js';
import { UnitsAbove } from '../../organizations/index.js';
import { type ShiftColumns, ServedShiftReader } from '../store/served-shift.reader.js';

interface Tiding {
  readonly kind: MessageKind;
  /** What it is about: the person opens it from there. */
  readonly subjectId: string;
  readonly shiftId: string;
  readonly reason?: string;
  readonly minutes?: number;
  /** The volunteer it is about, where staff hear of it, too: each opens a page of their own. */
  readonly ownerId?: string;
}

/** Tells everyone concerned. */
@Injectable()
export class Tidings {
  constructor(
    private readonly messages: Messages,
    private readonly unitsAbove: UnitsAbove,
  ) {}

  async tell(tx: Tx, people: readonly (string | null)[], tiding: Tiding): Promise<void> {
    const shift = await new ServedShiftReader(tx).find(tiding.shiftId);
    if (shift === undefined) return;
    const told = new Set(people.filter((id): id is string => id !== null));
    await this.messages.tell(
      tx,
      [...told].map((personId) => ({
        personId,
        kind: tiding.kind,
        facts: factsOf(tiding, shift, personId),
        eventKey: `${tiding.kind}:${tiding.subjectId}`,
      })),
    );
  }

  /** Tells who works at a unit, but for these people. */
  async tellStaff(tx: Tx, unitId: string, except: readonly string[], tiding: Tiding): Promise<void> {
    const staff = await this.unitsAbove.staffOf(tx, unitId);
    await this.tell(
      tx,
      staff.filter((id) => !except.includes(id)),
      tiding,
    );
  }
}

const factsOf = ({ subjectId, reason, minutes, ownerId }: Tiding, shift: ShiftColumns, personId: string) => ({
  subjectId,
  title: shift.activity_title,
  roleName: shift.role_name,
  startsAt: shift.starts_at,
  ...(reason !== undefined && { reason }),
  ...(minutes !== undefined && { minutes }),
  ...(ownerId !== undefined && { reads: personId === ownerId ? 'own' : 'staff' }),
});
