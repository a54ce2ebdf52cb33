import { Injectable } from '@nestjs/common';
import type { ShownName } from '@xiaolin/shared-types/rankings/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ConsentRow, RankingConsentStore } from '../store/ranking-consent.store.js';
import { StudentStore } from '../store/student.store.js';

export type { ConsentRow } from '../store/ranking-consent.store.js';

/** 志愿服务记录与证明出具办法 art. 16: nothing is published without consent. Given for itself, taken back at once. */
@Injectable()
export class ConsentToRanking {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  show(personId: string): Promise<ConsentRow | undefined> {
    return this.uow.read((tx) => new RankingConsentStore(tx).find(personId));
  }

  /**
   * Agrees under a name. The same again keeps its first moment.
   *
   * @throws Refusal `ranking.students-only` before the campus has verified the caller: there is no ranking to be in.
   */
  give(personId: string, shownName: ShownName): Promise<ConsentRow> {
    return this.uow.run(async (tx) => {
      const [student] = await new StudentStore(tx).lock([personId]);
      if (student?.state !== 'verified') throw new Refusal('ranking.students-only');
      const store = new RankingConsentStore(tx);
      const before = await store.find(personId);
      if (before?.shown_name === shownName) return before;
      const row = { shown_name: shownName, given_at: this.clock.instant() };
      await store.save(personId, row);
      await this.#note(tx, personId, before, shownName);
      return row;
    });
  }

  withdraw(personId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const store = new RankingConsentStore(tx);
      const before = await store.find(personId);
      if (before === undefined) return;
      await store.remove(personId);
      await this.#note(tx, personId, before, null);
    });
  }

  async #note(
    tx: Tx,
    personId: string,
    before: ConsentRow | undefined,
    after: ShownName | null,
  ): Promise<void> {
    const entry = {
      subjectKind: 'ranking-consent',
      subjectId: personId,
      actorId: personId,
      actorRole: 'student',
      scopeId: null,
      action: after === null ? 'withdrawn' : 'given',
      before: before?.shown_name ?? null,
      after,
      reason: null,
    };
    await writeJournal(tx, [entry], { nextId: () => this.random.id(), at: this.clock.instant() });
  }
}
