import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { PageRequest } from '../../../platform/http/page-request.js';

export interface WordsRow {
  readonly id: string;
  readonly score: number;
  readonly words: string;
  readonly given_at: string;
}

const SCORES = [1, 2, 3, 4, 5];

/** Reads of what people said about an activity. */
export class FeedbackReader {
  constructor(private readonly tx: Tx) {}

  async organizationOf(activityId: string): Promise<string | undefined> {
    const [row] = await this.tx.query<{ organization_id: string }>(
      'SELECT organization_id FROM activity WHERE id = ?',
      [activityId],
    );
    return row?.organization_id;
  }

  /** Attended places and the scores given for them; a place whose admission was undone counts in neither. */
  async counts(activityId: string): Promise<{ attended: number; scores: readonly number[] }> {
    const [row] = await this.tx.query<Record<string, number | string | null>>(
      `SELECT COUNT(*) AS attended,
              ${SCORES.map((score) => `SUM(CASE WHEN f.score = ${score} THEN 1 ELSE 0 END) AS score_${score}`).join(', ')}
         FROM signup s
         JOIN line ON line.id = s.line_id AND line.kind = 'occurrence'
         LEFT JOIN feedback f ON f.signup_id = s.id
        WHERE line.activity_id = ? AND s.status = 'attended'`,
      [activityId],
    );
    // Sums come as text from one driver and as numbers from the other.
    const of = (name: string) => Number(row?.[name] ?? 0);
    return { attended: of('attended'), scores: SCORES.map((score) => of(`score_${score}`)) };
  }

  /** Words that may be read, latest first. */
  shown(activityId: string, page: PageRequest): Promise<WordsRow[]> {
    return this.#words(activityId, "words_state = 'shown'", [], page);
  }

  /** Words that wait for a person, latest first: the check could not decide, or never came. */
  waiting(activityId: string, overdueSince: string, page: PageRequest): Promise<WordsRow[]> {
    const where = "(words_state = 'for-person' OR (words_state = 'checking' AND given_at < ?))";
    return this.#words(activityId, where, [overdueSince], page);
  }

  #words(
    activityId: string,
    where: string,
    values: readonly string[],
    page: PageRequest,
  ): Promise<WordsRow[]> {
    const after = page.after === null ? '' : 'AND (given_at, id) < (?, ?)';
    return this.tx.query<WordsRow>(
      `SELECT id, score, words, given_at FROM feedback WHERE activity_id = ? AND ${where} ${after}
        ORDER BY given_at DESC, id DESC LIMIT ${page.limit + 1}`,
      [activityId, ...values, ...(page.after ?? [])],
    );
  }
}
