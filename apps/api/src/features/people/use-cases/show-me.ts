import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { Messages } from '../../inbox/index.js';
import { MembershipDirectory, namedOrganizations } from '../../organizations/index.js';
import { PersonStore } from '../store/person.store.js';

/** Who is signed in. */
@Injectable()
export class ShowMe {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly memberships: MembershipDirectory,
    private readonly messages: Messages,
  ) {}

  execute(personId: string) {
    return this.uow.read((tx) => this.in(tx, personId));
  }

  /** @throws Refusal `session.required` when the person of a valid token is gone (another database, a deleted account). */
  async in(tx: Tx, personId: string) {
    const store = new PersonStore(tx);
    const person = await store.find(personId);
    if (person === undefined) throw new Refusal('session.required');
    const [home] = person.home_id === null ? [] : await namedOrganizations(tx, [person.home_id]);
    return {
      person,
      home,
      student: await store.studentOf(personId),
      memberships: await this.memberships.currentOf(tx, personId),
      unreadMessages: await this.messages.unreadOf(tx, personId),
    };
  }
}

export type Me = Awaited<ReturnType<ShowMe['in']>>;
