import type { GivenAnswer } from '@xiaolin/shared-types/signups/questions';
import { insertRows, marks } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';
import { inChunks } from './signup.store.js';

interface AnswerRow {
  readonly signup_id: string;
  readonly line_id: string;
  /** JSON of the contract's GivenAnswer. */
  readonly answers: string;
  readonly given_at: string;
}

export interface SheetRow {
  readonly signup_id: string;
  readonly display_name: string;
  readonly position: number;
  readonly answers: string;
}

export interface AnsweredLine {
  readonly id: string;
  readonly ends_at: string;
  readonly answers_keep_days: number;
}

/** Answers to the organiser's questions. */
export class AnswerStore {
  constructor(private readonly tx: Tx) {}

  /** Puts these answers in the place of whatever the signups answered before; no answers: nothing is kept. */
  async replace(
    answered: readonly { readonly signupId: string; readonly given: readonly GivenAnswer[] }[],
    known: readonly string[],
    line: { readonly id: string },
    at: string,
  ): Promise<void> {
    await this.forget(known);
    const rows: AnswerRow[] = answered
      .filter(({ given }) => given.length > 0)
      .map(({ signupId, given }) => ({
        signup_id: signupId,
        line_id: line.id,
        answers: JSON.stringify(given),
        given_at: at,
      }));
    await inChunks(rows, (some) => insertRows(this.tx, 'signup_answers', some));
  }

  async forget(signupIds: readonly string[]): Promise<void> {
    if (signupIds.length === 0) return;
    await this.tx.query(`DELETE FROM signup_answers WHERE signup_id IN (${marks(signupIds)})`, signupIds);
  }

  sheets(lineId: string, page: PageRequest): Promise<SheetRow[]> {
    return this.tx.query<SheetRow>(
      `SELECT a.signup_id, p.display_name, s.position, a.answers
         FROM signup_answers a JOIN signup s ON s.id = a.signup_id JOIN person p ON p.id = s.person_id
        WHERE a.line_id = ? AND s.position > ? ORDER BY s.position LIMIT ${page.limit + 1}`,
      [lineId, page.after?.[0] ?? 0],
    );
  }

  /** Lines that are over and still have answers, those that ended first. */
  overLines(now: string, most: number): Promise<AnsweredLine[]> {
    return this.tx.query<AnsweredLine>(
      `SELECT line.id, line.ends_at, line.answers_keep_days FROM line
        WHERE line.ends_at < ? AND EXISTS (SELECT 1 FROM signup_answers a WHERE a.line_id = line.id)
        ORDER BY line.ends_at LIMIT ${Math.trunc(most)}`,
      [now],
    );
  }

  async forgetLines(lineIds: readonly string[]): Promise<void> {
    if (lineIds.length === 0) return;
    await this.tx.query(`DELETE FROM signup_answers WHERE line_id IN (${marks(lineIds)})`, lineIds);
  }
}
