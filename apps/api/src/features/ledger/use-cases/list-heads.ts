import { Injectable } from '@nestjs/common';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { namedOrganizations } from '../../organizations/index.js';
import { LedgerStore, type SignedHeadRow } from '../store/ledger.store.js';
import { Ledger, type LedgerHead } from './ledger.js';

export interface HeadPage {
  readonly unitId: string;
  readonly unitName: string;
  readonly head: LedgerHead | null;
  readonly rows: readonly SignedHeadRow[];
  readonly nextCursor: string | null;
}

@Injectable()
export class ListHeads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** For anybody. @throws Refusal `organization.unknown`. */
  execute(unitId: string, { after, limit }: PageRequest): Promise<HeadPage> {
    return this.uow.read(async (tx) => {
      const [unit] = await namedOrganizations(tx, [unitId]);
      if (unit === undefined) throw new Refusal('organization.unknown');
      const before = after === null ? null : String(after[0]);
      const rows = await new LedgerStore(tx).signed(unitId, before, limit + 1);
      const page = cutPage(rows, limit, (last) => [last.day]);
      return { unitId, unitName: unit.name, head: await this.ledger.head(tx, unitId), ...page };
    });
  }
}
