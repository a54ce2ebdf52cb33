import { Injectable } from '@nestjs/common';
import { cutPage } from '../../../platform/db/cursor.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { MessageStore } from '../store/message.store.js';

@Injectable()
export class ListMessages {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(personId: string, { limit, after }: PageRequest) {
    const rows = await this.uow.read((tx) => new MessageStore(tx).list(personId, limit + 1, after));
    return cutPage(rows, limit, (last) => [last.created_at, last.id]);
  }
}
