import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { CONFIG } from '../../../platform/injection.js';
import { type DemoPersonRow, PersonStore } from '../store/person.store.js';

/** The named people of the try-out mode. */
@Injectable()
export class ListDemoPeople {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refusal `session.demo-off` outside the try-out mode. */
  async execute(): Promise<DemoPersonRow[]> {
    if (!this.config.demoSignIn) throw new Refusal('session.demo-off');
    return this.uow.read((tx) => new PersonStore(tx).listDemo());
  }
}
