import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { invalidField } from '../../../platform/http/refusal.js';
import { MessageStore } from '../store/message.store.js';

@Injectable()
export class MarkMessagesRead {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `request.invalid` when this person has no message `upTo`. */
  execute(personId: string, upTo: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const store = new MessageStore(tx);
      const last = await store.find(personId, upTo);
      if (last === undefined) throw invalidField('body.upTo', 'the id of one of your messages');
      await store.markRead(personId, last, this.clock.instant());
    });
  }
}
