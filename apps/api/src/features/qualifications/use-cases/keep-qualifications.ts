import { Injectable } from '@nestjs/common';
import type { AskConsent, AskTraining } from '@xiaolin/shared-types/qualifications/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { mayBecome } from '../rules/decide-qualification.js';
import { type QualificationRow, QualificationStore } from '../store/qualification.store.js';
import { SkillStore } from '../store/skill.store.js';
import type { Holdings } from './qualifications.js';
import { Qualifications } from './qualifications.js';

/** What a volunteer does about their own trainings, consents and skills. */
@Injectable()
export class KeepQualifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly qualifications: Qualifications,
  ) {}

  mine(personId: string): Promise<Holdings> {
    return this.uow.read(async (tx) => (await this.qualifications.of(tx, [personId]))(personId));
  }

  async declareSkills(personId: string, skills: readonly string[]): Promise<Holdings> {
    await this.uow.run((tx) => new SkillStore(tx).declare(personId, skills, this.clock.instant()));
    return this.mine(personId);
  }

  /** @throws Refusal `shift.unknown`, `qualification.already` while the same one waits. */
  askTraining(personId: string, asked: AskTraining) {
    const { requestKey, shiftId, name, doneOn } = asked;
    return this.#ask(personId, shiftId, requestKey, {
      kind: 'training',
      name,
      phone: null,
      done_on: doneOn,
    });
  }

  /** @throws Refusal `shift.unknown`, `qualification.already` while the same one waits. */
  askConsent(personId: string, asked: AskConsent) {
    const { requestKey, shiftId, guardianName, guardianPhone } = asked;
    return this.#ask(personId, shiftId, requestKey, {
      kind: 'guardian-consent',
      name: guardianName,
      phone: guardianPhone,
      done_on: null,
    });
  }

  /** @throws Refusal `qualification.unknown` (also for somebody else's), `qualification.not-waiting`. */
  async withdraw(personId: string, id: string, requestKey: string): Promise<void> {
    const request = { actorId: personId, requestKey, bodyHash: hashBody('withdraw-qualification', { id }) };
    await once(this.uow, request, this.clock, async (tx) => {
      const store = new QualificationStore(tx);
      const row = await store.lock(id);
      if (row?.person_id !== personId) throw new Refusal('qualification.unknown');
      if (!mayBecome(row.state, 'withdrawn')) throw new Refusal('qualification.not-waiting');
      await store.save(id, {
        state: 'withdrawn',
        decided_by: personId,
        decided_at: this.clock.instant(),
        // Nobody calls this number any more: least data.
        phone: null,
      });
      return true;
    });
  }

  async #ask(
    personId: string,
    shiftId: string,
    requestKey: string,
    asked: Pick<QualificationRow, 'kind' | 'name' | 'phone' | 'done_on'>,
  ) {
    const request = {
      actorId: personId,
      requestKey,
      bodyHash: hashBody('ask-qualification', { shiftId, ...asked }),
    };
    const id = await once(this.uow, request, this.clock, async (tx) => {
      const store = new QualificationStore(tx);
      await store.lockPerson(personId);
      const organizationId = await store.organizationOfShift(shiftId);
      if (organizationId === undefined) throw new Refusal('shift.unknown');
      const waits = (await store.of([personId])).some(
        (row) =>
          row.state === 'asked' &&
          row.kind === asked.kind &&
          row.organization_id === organizationId &&
          (asked.kind === 'guardian-consent' || row.name === asked.name),
      );
      if (waits) throw new Refusal('qualification.already');
      const made = this.random.id();
      await store.insert([
        {
          id: made,
          person_id: personId,
          organization_id: organizationId,
          ...asked,
          state: 'asked',
          valid_until: null,
          asked_at: this.clock.instant(),
          decided_by: null,
          decided_at: null,
          reason: null,
        },
      ]);
      return made;
    });
    const row = await this.uow.read((tx) => new QualificationStore(tx).find(id));
    if (row === undefined) throw new Refusal('qualification.unknown');
    return row;
  }
}
