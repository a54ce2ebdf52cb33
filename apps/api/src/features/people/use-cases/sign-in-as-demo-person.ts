import { Inject, Injectable } from '@nestjs/common';
import { Tokens } from '../../../platform/auth/tokens.js';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { CONFIG } from '../../../platform/injection.js';
import { PersonStore } from '../store/person.store.js';
import type { Session } from './session.js';

/** A session without any proof of who asks: only in the try-out mode, only as somebody invented for it. */
@Injectable()
export class SignInAsDemoPerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tokens: Tokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refusal `session.demo-off`, or `person.unknown` for anybody who is not one of the named people. */
  async execute(personId: string): Promise<Session> {
    if (!this.config.demoSignIn) throw new Refusal('session.demo-off');
    const person = await this.uow.read((tx) => new PersonStore(tx).findDemo(personId));
    if (person === undefined) throw new Refusal('person.unknown');
    return { ...this.tokens.issue(person.id), person: { id: person.id, displayName: person.display_name } };
  }
}
