import { Injectable, type OnModuleInit } from '@nestjs/common';
import { endOfDistrictDay } from '@xiaolin/shared-types/contract/district-time';
import { HEAD_PURPOSE, headStatement } from '@xiaolin/shared-types/ledger/head-statement';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { daysToSign } from '../rules/days-to-sign.js';
import { LedgerStore } from '../store/ledger.store.js';

const EVERY_MS = 5 * 60_000;
/** Days of one transaction; what is left is found in the next round. */
const DAYS_AT_ONCE = 100;

/**
 * Signs where each ledger stood at the end of each district day. Every process may run it at any time: it decides
 * under the lock of the unit's head, and a day has one signed head at most.
 */
@Injectable()
export class SignHeads implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly signingKeys: SigningKeys,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'sign-ledger-heads', everyMs: EVERY_MS, run: () => this.execute() });
  }

  /**
   * @returns how many heads were signed
   * @throws Error after all other units, naming those whose ledger no longer holds what was signed before: signing
   *   it would make whatever was done to it look right
   */
  async execute(): Promise<number> {
    const known = await this.uow.read((tx) => new LedgerStore(tx).lastDays());
    const now = this.clock.now();
    const due = known.filter(({ day }) => day === null || daysToSign('', day, now).length > 0);
    const broken: string[] = [];
    let signed = 0;
    for (const { unit_id } of due) {
      const days = await this.uow.run((tx) => this.#sign(tx, unit_id));
      if (days === null) broken.push(unit_id);
      else signed += days;
    }
    if (broken.length > 0)
      throw new Error(`not signed, run verify-ledger: the ledger of ${broken.join(', ')} has changed`);
    return signed;
  }

  /** @returns how many days; null when the ledger no longer holds what was signed last */
  async #sign(tx: Tx, unitId: string): Promise<number | null> {
    const store = new LedgerStore(tx);
    // Before anything is read: another process may be signing the same days.
    await store.lockHead(unitId);
    const last = await store.latestSigned(unitId);
    if (last !== undefined && (await store.entry(unitId, last.sequence))?.hash !== last.hash) return null;
    const [first] = last === undefined ? await store.entries(unitId, 0, 1) : [];
    const days = daysToSign(first?.at ?? this.clock.instant(), last?.day ?? null, this.clock.now());
    const signedAt = this.clock.instant();
    for (const day of days.slice(0, DAYS_AT_ONCE)) {
      const entry = await store.lastBefore(unitId, endOfDistrictDay(day).toISOString());
      if (entry === undefined || entry.sequence < (last?.sequence ?? 0)) return null;
      const head = { unitId, day, sequence: entry.sequence, hash: entry.hash, signedAt };
      const { keyId, signature } = this.signingKeys.sign(HEAD_PURPOSE, Buffer.from(headStatement(head)));
      await store.addSigned({
        unit_id: unitId,
        day,
        sequence: head.sequence,
        hash: head.hash,
        signed_at: signedAt,
        key_id: keyId,
        signature,
      });
    }
    return Math.min(days.length, DAYS_AT_ONCE);
  }
}
