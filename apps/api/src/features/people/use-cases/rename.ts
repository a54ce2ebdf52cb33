import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { PersonStore } from '../store/person.store.js';
import { type Me, ShowMe } from './show-me.js';

/** Sets the name that organisers see. */
@Injectable()
export class Rename {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly showMe: ShowMe,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  execute(personId: string, displayName: string): Promise<Me> {
    return this.uow.run(async (tx) => {
      await new PersonStore(tx).rename(personId, displayName);
      const me = await this.showMe.in(tx, personId);
      // That it happened, not the names: the trail cannot be altered, so it holds no more of a person than it must.
      const entry = {
        subjectKind: 'person',
        subjectId: personId,
        actorId: personId,
        actorRole: 'self',
        scopeId: null,
      };
      await writeJournal(tx, [{ ...entry, action: 'renamed', before: null, after: null, reason: null }], {
        nextId: () => this.random.id(),
        at: this.clock.instant(),
      });
      return me;
    });
  }
}
