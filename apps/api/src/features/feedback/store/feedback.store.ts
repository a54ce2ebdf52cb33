import type { WordsState } from '@xiaolin/shared-types/feedback/schema';
import type { LineKind, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';

export interface FeedbackRow {
  readonly id: string;
  readonly signup_id: string;
  readonly activity_id: string;
  readonly score: number;
  readonly words: string | null;
  readonly words_state: WordsState;
  readonly given_at: string;
}

/** A place about which somebody may say how it was. */
export interface AttendedRow {
  readonly status: SignupStatus;
  readonly kind: LineKind;
  readonly activity_id: string;
}

/** Words on their way to the check, with their author in WeChat. */
export interface UncheckedRow {
  readonly words: string;
  readonly wechat_open_id: string | null;
}

const COLUMNS = 'id, signup_id, activity_id, score, words, words_state, given_at';

export class FeedbackStore {
  constructor(private readonly tx: Tx) {}

  /** A place of this person, locked where there is a transaction: an admission may be undone at this moment. */
  async place(personId: string, signupId: string, lock = false): Promise<AttendedRow | undefined> {
    const [row] = await this.tx.query<{ line_id: string; status: SignupStatus }>(
      `SELECT line_id, status FROM signup WHERE id = ? AND person_id = ?${lock ? this.tx.forUpdate : ''}`,
      [signupId, personId],
    );
    if (row === undefined) return undefined;
    const [line] = await this.tx.query<Omit<AttendedRow, 'status'>>(
      'SELECT kind, activity_id FROM line WHERE id = ?',
      [row.line_id],
    );
    return line && { ...line, status: row.status };
  }

  async ofSignup(signupId: string): Promise<FeedbackRow | undefined> {
    const [row] = await this.tx.query<FeedbackRow>(`SELECT ${COLUMNS} FROM feedback WHERE signup_id = ?`, [
      signupId,
    ]);
    return row;
  }

  /** The row, locked until the transaction ends. */
  async lock(id: string): Promise<FeedbackRow | undefined> {
    const [row] = await this.tx.query<FeedbackRow>(
      `SELECT ${COLUMNS} FROM feedback WHERE id = ?${this.tx.forUpdate}`,
      [id],
    );
    return row;
  }

  insert(row: FeedbackRow): Promise<void> {
    return insertRows(this.tx, 'feedback', [{ ...row }]);
  }

  async unchecked(id: string): Promise<UncheckedRow | undefined> {
    const [row] = await this.tx.query<UncheckedRow>(
      `SELECT f.words, p.wechat_open_id FROM feedback f
         JOIN signup s ON s.id = f.signup_id JOIN person p ON p.id = s.person_id
        WHERE f.id = ? AND f.words_state = 'checking'`,
      [id],
    );
    return row;
  }

  async setWordsState(id: string, state: WordsState): Promise<void> {
    await this.tx.query('UPDATE feedback SET words_state = ? WHERE id = ?', [state, id]);
  }
}
