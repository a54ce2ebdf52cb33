import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { type DependantRow, DependantStore } from '../store/dependant.store.js';
import { type CandidateRow, PersonStore } from '../store/person.store.js';

/** Somebody without a phone, as staff write them down. */
export interface Newcomer {
  readonly id: string;
  readonly displayName: string;
  readonly phone: string | null;
}

/** What other features ask about people, in their own transaction. */
@Injectable()
export class Neighbours {
  constructor(private readonly clock: Clock) {}

  /** Adds people who have no WeChat. */
  add(tx: Tx, newcomers: readonly Newcomer[]): Promise<void> {
    return new PersonStore(tx).addWithoutWechat(newcomers, this.clock.instant());
  }

  /** What activities that are not for everyone ask about these people. */
  candidates(tx: Tx, ids: readonly string[]): Promise<CandidateRow[]> {
    return new PersonStore(tx).candidates(ids);
  }

  /** Whom somebody signs up besides themselves. */
  dependantsOf(tx: Tx, ownerId: string): Promise<DependantRow[]> {
    return new DependantStore(tx).ofOwner(ownerId);
  }

  /** Dependants by id, whoever's they are: the caller checks the owner. */
  dependants(tx: Tx, ids: readonly string[]): Promise<DependantRow[]> {
    return new DependantStore(tx).named(ids);
  }
}
