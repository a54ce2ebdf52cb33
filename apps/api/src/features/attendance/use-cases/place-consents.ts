import { Injectable } from '@nestjs/common';
import type { PlaceConsent } from '@xiaolin/shared-types/attendance/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { type ConsentRow, PlaceStore } from '../store/place.store.js';

/**
 * Whether shifts may ask a person's phone how far it is from the site: a consent of its own, never bundled with
 * another, and taken back as easily as given (个人信息保护法 art. 14, 15, 29). Without it nothing about the place is stored,
 * whatever a phone sends.
 */
@Injectable()
export class PlaceConsents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async given(personId: string): Promise<boolean> {
    return (await this.of(personId)).given;
  }

  async of(personId: string): Promise<PlaceConsent> {
    const row = await this.uow.read((tx) => new PlaceStore(tx).consent(personId));
    return consentOf(row);
  }

  /** Setting it to what it is already changes nothing, its moment neither. */
  set(personId: string, given: boolean): Promise<PlaceConsent> {
    return this.uow.run(async (tx) => {
      await tx.query(`SELECT id FROM person WHERE id = ?${tx.forUpdate}`, [personId]);
      const store = new PlaceStore(tx);
      const before = await store.consent(personId);
      const had = consentOf(before);
      if (had.given === given) return had;
      const at = this.clock.instant();
      const row: ConsentRow = given
        ? { given_at: at, withdrawn_at: null }
        : { given_at: before?.given_at ?? null, withdrawn_at: at };
      await store.saveConsent(personId, row);
      await writeJournal(
        tx,
        [
          {
            subjectKind: 'place-consent',
            subjectId: personId,
            actorId: personId,
            actorRole: 'volunteer',
            scopeId: null,
            action: given ? 'given' : 'withdrawn',
            before: had.given ? 'given' : 'none',
            after: given ? 'given' : 'none',
            reason: null,
          },
        ],
        { nextId: () => this.random.id(), at },
      );
      return consentOf(row);
    });
  }
}

function consentOf(row: ConsentRow | undefined): PlaceConsent {
  if (row === undefined) return { given: false, since: null };
  return row.withdrawn_at === null
    ? { given: row.given_at !== null, since: row.given_at }
    : { given: false, since: row.withdrawn_at };
}
