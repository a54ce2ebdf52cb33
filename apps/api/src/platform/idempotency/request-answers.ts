import { hash } from 'node:crypto';
import type { Clock } from '../clock/clock.js';
import { insertRows, marks } from '../db/rows.js';
import { againOnDuplicate } from '../db/transient.js';
import type { Tx, UnitOfWork } from '../db/unit-of-work.js';
import { Refusal } from '../http/refusal.js';

/** A request as its caller marks it: who, the key, and what was asked for. */
export interface KeyedRequest {
  readonly actorId: string;
  readonly requestKey: string;
  /** From {@link hashBody}: the same key with another body is refused. */
  readonly bodyHash: string;
}

export interface StoredAnswer {
  readonly bodyHash: string;
  readonly answer: unknown;
}

export const slotOf = ({ actorId, requestKey }: Pick<KeyedRequest, 'actorId' | 'requestKey'>): string =>
  `${actorId} ${requestKey}`;

/** The operation and its input as one short text; the same for the same request, whatever its key order. */
export const hashBody = (operation: string, body: unknown): string =>
  hash('sha256', `${operation}\n${canonical(body)}`, 'base64url');

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** First answers, kept so that a repeated request returns them and changes nothing. */
export class RequestAnswers {
  constructor(private readonly tx: Tx) {}

  /** The stored answers of these requests, by request. */
  async find(
    requests: readonly KeyedRequest[],
  ): Promise<(request: KeyedRequest) => StoredAnswer | undefined> {
    const rows = await this.tx.query<{ slot: string; body_hash: string; answer: string }>(
      `SELECT slot, body_hash, answer FROM request_answer WHERE slot IN (${marks(requests)})`,
      requests.map(slotOf),
    );
    const found = new Map(
      rows.map((row) => [row.slot, { bodyHash: row.body_hash, answer: JSON.parse(row.answer) as unknown }]),
    );
    return (request) => found.get(slotOf(request));
  }

  async keep(
    entries: readonly { readonly request: KeyedRequest; readonly answer: unknown }[],
    at: string,
  ): Promise<void> {
    await insertRows(
      this.tx,
      'request_answer',
      entries.map(({ request, answer }) => ({
        slot: slotOf(request),
        body_hash: request.bodyHash,
        answer: JSON.stringify(answer),
        at,
      })),
    );
  }
}

/**
 * One transaction that does `work` once for this request: a retry with the same body returns the first answer.
 * Of two retries that arrive together one loses on the primary key, is rolled back whole, and finds the answer of
 * the other.
 *
 * @throws Refusal `request.key-reused` when the key was used for something else.
 */
export async function once<T>(
  uow: UnitOfWork,
  request: KeyedRequest,
  clock: Clock,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return againOnDuplicate(() =>
    uow.run(async (tx) => {
      const answers = new RequestAnswers(tx);
      const stored = (await answers.find([request]))(request);
      if (stored !== undefined) return firstAnswer<T>(stored, request);
      const answer = await work(tx);
      await answers.keep([{ request, answer }], clock.instant());
      return answer;
    }),
  );
}

/** @throws Refusal `request.key-reused` when the stored answer belongs to another request. */
export function firstAnswer<T>(stored: StoredAnswer, request: KeyedRequest): T {
  if (stored.bodyHash !== request.bodyHash) throw new Refusal('request.key-reused');
  return stored.answer as T;
}
