import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { ledgerRoutes as routes } from '@xiaolin/shared-types/ledger/routes';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { ListHeads } from '../use-cases/list-heads.js';
import { presentSignedHead } from './ledger.presenter.js';

@Controller()
export class LedgerController {
  constructor(private readonly listHeads: ListHeads) {}

  @Endpoint(routes.heads)
  async heads(
    @Input() { params, query }: InputOf<typeof routes.heads>,
  ): Promise<Answer<typeof routes.heads>> {
    const page = await this.listHeads.execute(params.unitId, pageRequest(query, 1));
    return {
      unitId: page.unitId,
      unitName: page.unitName,
      head: page.head && { sequence: page.head.sequence, hash: page.head.hash, at: page.head.at },
      items: page.rows.map(presentSignedHead),
      nextCursor: page.nextCursor,
    };
  }
}
