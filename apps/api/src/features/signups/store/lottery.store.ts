import { type DrawnEntry, type DrawOutcome, DRAW_OUTCOMES } from '@xiaolin/shared-types/lottery/draw';
import { ENTRIES_OF_PAGE } from '@xiaolin/shared-types/lottery/schema';
import { insertMissing, insertRows, saveRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { inChunks } from './signup.store.js';

export interface LotteryRow {
  readonly line_id: string;
  readonly seed: string;
  readonly commitment: string;
  readonly committed_at: string;
  readonly drawn_at: string | null;
  readonly digest: string | null;
  readonly seats: number | null;
  readonly waitlist_limit: number | null;
  readonly entries: number | null;
  readonly people: number | null;
}

/** What of a place the draw needs; a hundred thousand of them are read at once. */
export interface EnteredRow {
  readonly id: string;
  readonly person_id: string;
  readonly position: number;
  readonly seats: number;
}

/** A place after the draw that moves to where it was drawn. */
export interface PlacedRow extends EnteredRow {
  readonly status: Exclude<DrawOutcome, 'not-drawn'>;
}

const COLUMNS =
  'line_id, seed, commitment, committed_at, drawn_at, digest, seats, waitlist_limit, entries, people';

/* An entry is kept as `number seats outcome`, the outcome as a digit, with an exclamation mark where busy. */
const written = ({ number, seats, outcome, busy }: DrawnEntry): string =>
  `${number} ${seats} ${DRAW_OUTCOMES.indexOf(outcome)}${busy ? '!' : ''}`;

function read(line: string): DrawnEntry {
  const [number = '', seats = '', outcome = ''] = line.split(' ');
  const known = DRAW_OUTCOMES[Number(outcome[0])];
  if (known === undefined) throw new TypeError('a drawn list that cannot be read');
  return { number, seats: Number(seats), outcome: known, busy: outcome.endsWith('!') };
}

/** Seeds, commitments and drawn lists. */
export class LotteryStore {
  constructor(private readonly tx: Tx) {}

  async find(lineId: string): Promise<LotteryRow | undefined> {
    const [row] = await this.tx.query<LotteryRow>(`SELECT ${COLUMNS} FROM lottery WHERE line_id = ?`, [
      lineId,
    ]);
    return row;
  }

  /** A line that has a seed keeps it. */
  commit(
    rows: readonly Pick<LotteryRow, 'line_id' | 'seed' | 'commitment' | 'committed_at'>[],
  ): Promise<void> {
    return insertMissing(
      this.tx,
      'lottery',
      ['line_id'],
      rows.map(({ line_id, seed, commitment, committed_at }) => ({
        line_id,
        seed,
        commitment,
        committed_at,
      })),
    );
  }

  /** Lines whose entries have closed and that are not drawn, those that closed first. */
  async due(now: string, most: number): Promise<readonly string[]> {
    const rows = await this.tx.query<{ id: string }>(
      `SELECT line.id FROM lottery JOIN line ON line.id = lottery.line_id
        WHERE lottery.drawn_at IS NULL AND line.mode = 'lottery' AND line.published = 1 AND line.called_off = 0
          AND line.course_id IS NULL
          AND line.closes_at <= ?
        ORDER BY line.closes_at LIMIT ${Math.trunc(most)}`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Who is in the draw. */
  entered(lineId: string): Promise<EnteredRow[]> {
    return this.tx.query<EnteredRow>(
      `SELECT id, person_id, position, seats FROM signup WHERE line_id = ? AND status = 'in-draw'`,
      [lineId],
    );
  }

  async countEntered(lineId: string): Promise<{ entries: number; people: number }> {
    const [row] = await this.tx.query<{ entries: number | string; people: number | string | null }>(
      `SELECT COUNT(*) AS entries, SUM(seats) AS people FROM signup WHERE line_id = ? AND status = 'in-draw'`,
      [lineId],
    );
    return { entries: Number(row?.entries ?? 0), people: Number(row?.people ?? 0) };
  }

  /**
   * Puts those who have seats or wait where they were drawn. Everybody else of the draw was not drawn, and moves
   * behind them in one statement.
   */
  async settle(lineId: string, placed: readonly PlacedRow[], behind: number, at: string): Promise<void> {
    const rows = placed.map(({ id, person_id, seats, status, position }) => ({
      id,
      line_id: lineId,
      person_id,
      status,
      position,
      seats,
      // Never written: the place exists, and only what is named below changes.
      registered_by: person_id,
      decided_at: at,
    }));
    await inChunks(rows, (some) => saveRows(this.tx, 'signup', some, ['status', 'position', 'decided_at']));
    await this.tx.query(
      `UPDATE signup SET status = 'not-drawn', position = position + ?, decided_at = ?
        WHERE line_id = ? AND status = 'in-draw'`,
      [behind, at, lineId],
    );
  }

  /** Writes the drawn list, once. */
  async publish(
    lineId: string,
    entries: readonly DrawnEntry[],
    drawn: {
      readonly at: string;
      readonly digest: string;
      readonly seats: number;
      readonly waitlistLimit: number;
    },
  ): Promise<void> {
    const pages = Array.from({ length: pagesOf(entries.length) }, (_, page) => ({
      line_id: lineId,
      page: page + 1,
      entries: entries
        .slice(page * ENTRIES_OF_PAGE, (page + 1) * ENTRIES_OF_PAGE)
        .map(written)
        .join('\n'),
    }));
    await inChunks(pages, (some) => insertRows(this.tx, 'lottery_page', some));
    await this.tx.query(
      `UPDATE lottery SET drawn_at = ?, digest = ?, seats = ?, waitlist_limit = ?, entries = ?, people = ? WHERE line_id = ?`,
      [
        drawn.at,
        drawn.digest,
        drawn.seats,
        drawn.waitlistLimit,
        entries.length,
        entries.reduce((sum, { seats }) => sum + seats, 0),
        lineId,
      ],
    );
  }

  async page(lineId: string, page: number): Promise<readonly DrawnEntry[]> {
    const [row] = await this.tx.query<{ entries: string }>(
      'SELECT entries FROM lottery_page WHERE line_id = ? AND page = ?',
      [lineId, page],
    );
    return row === undefined ? [] : row.entries.split('\n').map(read);
  }
}

export const pagesOf = (entries: number): number => Math.ceil(entries / ENTRIES_OF_PAGE);
