import { Injectable } from '@nestjs/common';
import { type DependantKind, MOST_DEPENDANTS } from '@xiaolin/shared-types/people/dependants';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { type DependantRow, DependantStore } from '../store/dependant.store.js';
import { PersonStore } from '../store/person.store.js';

export type { DependantRow } from '../store/dependant.store.js';

interface Fields {
  readonly name: string;
  readonly kind: DependantKind;
  readonly birthYear: number | null;
}

/** Whom a person signs up besides themselves: seen and changed by that person alone. */
@Injectable()
export class KeepDependants {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  list(personId: string): Promise<DependantRow[]> {
    return this.uow.read((tx) => new DependantStore(tx).ofOwner(personId));
  }

  /** @throws Refusal `dependant.too-many`, `request.key-reused`. */
  add(personId: string, { requestKey, ...fields }: Fields & { requestKey: string }): Promise<DependantRow> {
    const request = { actorId: personId, requestKey, bodyHash: hashBody('add-dependant', fields) };
    return once(this.uow, request, this.clock, async (tx) => {
      // Under the person's lock, so that two requests at once cannot both be the last.
      if (!(await new PersonStore(tx).lock(personId))) throw new Refusal('session.required');
      const store = new DependantStore(tx);
      if ((await store.ofOwner(personId)).length >= MOST_DEPENDANTS)
        throw new Refusal('dependant.too-many', { most: MOST_DEPENDANTS });
      const row = { id: this.random.id(), owner_id: personId, ...columnsOf(fields) };
      await store.insert(row, this.clock.instant());
      return row;
    });
  }

  /** @throws Refusal `dependant.unknown`, also for somebody else's. */
  save(personId: string, dependantId: string, fields: Fields): Promise<DependantRow> {
    return this.uow.run(async (tx) => {
      const row = await own(tx, personId, dependantId);
      await new DependantStore(tx).update(dependantId, columnsOf(fields));
      return { ...row, ...columnsOf(fields) };
    });
  }

  /** @throws Refusal `dependant.unknown`, also for somebody else's. */
  remove(personId: string, dependantId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      await own(tx, personId, dependantId);
      await new DependantStore(tx).remove(dependantId);
    });
  }
}

async function own(tx: Tx, personId: string, dependantId: string): Promise<DependantRow> {
  const [row] = await new DependantStore(tx).named([dependantId]);
  if (row?.owner_id !== personId) throw new Refusal('dependant.unknown');
  return row;
}

const columnsOf = ({ name, kind, birthYear }: Fields) => ({ name, kind, birth_year: birthYear });
