import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Scope } from '../../organizations/index.js';
import { decideLook, LOOKS_WITHIN_MS } from '../rules/phone-looks.js';
import { LineStore } from '../store/line.store.js';
import { PhoneStore } from '../store/phone.store.js';

/**
 * One number of a roster in full. It is asked for one at a time, and each look is kept: a request that is sent twice is
 * two looks, so it has no request key, and no answer with a number in it is stored.
 */
@Injectable()
export class ShowPhone {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `occurrence.unknown`, `access.out-of-scope`, `signup.unknown`, `roster.too-many-phones`. */
  execute(actorId: string, occurrenceId: string, signupId: string): Promise<string | null> {
    const now = this.clock.now();
    const at = now.toISOString();
    const since = new Date(now.getTime() - LOOKS_WITHIN_MS).toISOString();
    return this.uow.run(async (tx) => {
      const phones = new PhoneStore(tx);
      const looks = await phones.looks(actorId, since);
      const line = await new LineStore(tx).find(occurrenceId);
      if (line === undefined || line.kind === 'shift') throw new Refusal('occurrence.unknown');
      const through = await this.scope.require(tx, actorId, line.organization_id);
      const held = await phones.of(line.id, signupId);
      if (held === undefined) throw new Refusal('signup.unknown');
      if (held.phone === null || held.phone === '') return null;
      const decision = decideLook(looks, now);
      if (decision.kind === 'refused')
        throw new Refusal('roster.too-many-phones', {}, [], decision.retryAfterSeconds);
      await phones.look({ id: this.random.id(), actorId, at }, since);
      const entry = {
        subjectKind: 'signup',
        subjectId: signupId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: 'phone-shown',
        before: null,
        after: null,
        reason: null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
      return held.phone;
    });
  }
}
