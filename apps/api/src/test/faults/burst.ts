import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { Tokens } from '../../platform/auth/tokens.js';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/db/unit-of-work.js';
import { SystemRandom } from '../../platform/random/random.js';
import { aLine, people } from '../builders.js';

export const SECRET = 'a secret of at least thirty-two characters';

const clock = new SystemClock();
const tokens = new Tokens(SECRET, clock, new SystemRandom());

/** As signing in would give, for servers that share {@link SECRET}. */
export const tokenOf = (personId: string): string => tokens.issue(personId).token;

/** One person's wish for a place; the key stays the same however often it is sent. */
export interface Ask {
  readonly personId: string;
  readonly requestKey: string;
}

/** A line that is open now, as servers on the real clock see it, and its crowd. */
export async function aCrowd(tx: Tx, seats: number, crowd: number) {
  const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const line = await aLine(tx, {
    capacity: seats,
    waitlistLimit: crowd,
    opensAt: at(-1),
    closesAt: at(24),
    startsAt: at(24),
    endsAt: at(26),
  });
  const asks = (await people(tx, crowd)).map(({ id }): Ask => ({ personId: id, requestKey: `fault-${id}` }));
  return { lineId: line.id, asks };
}

/** Sends one wish; the text of the answer is what a phone would show. */
export async function signUp(
  baseUrl: string,
  lineId: string,
  { personId, requestKey }: Ask,
  signal: AbortSignal | null = null,
): Promise<Heard> {
  return post(baseUrl, { personId, path: `/occurrences/${lineId}/signups`, body: { requestKey } }, signal);
}

/** What came back, word by word. */
export interface Heard {
  readonly status: number;
  readonly text: string;
}

/** Sends what somebody wants done. */
export async function post(
  baseUrl: string,
  wish: { readonly personId: string; readonly path: string; readonly body: unknown },
  signal: AbortSignal | null = null,
): Promise<Heard> {
  const response = await fetch(`${baseUrl}${API_PREFIX}${wish.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(wish.personId)}` },
    body: JSON.stringify(wish.body),
    signal,
  });
  return { status: response.status, text: await response.text() };
}

export interface Burst<A extends Ask = Ask> {
  /** What each person was told, by request key. */
  readonly told: Map<string, string>;
  /** Whoever got no answer: the connection broke, or the server said that it cannot now. */
  readonly unanswered: A[];
  /** Anything else that came back, which nobody should ever see. */
  readonly strange: string[];
}

/**
 * Sends all wishes through so many clients, each of which waits for its answer before it sends the next.
 * `onTold` is called with the number of acknowledged answers so far.
 */
export async function burst<A extends Ask>(
  asks: readonly A[],
  clients: number,
  send: (ask: A, at: number) => Promise<Heard>,
  onTold: (count: number) => void = () => undefined,
): Promise<Burst<A>> {
  const result: Burst<A> = { told: new Map(), unanswered: [], strange: [] };
  const waiting = asks.map((ask, at) => ({ ask, at }));
  const client = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { ask, at } = next;
      const answer = await send(ask, at).catch(() => undefined);
      if (answer?.status === 200) onTold(result.told.set(ask.requestKey, answer.text).size);
      else if (answer === undefined || answer.text.includes('"server.not-ready"'))
        result.unanswered.push(ask);
      else result.strange.push(`${answer.status} ${answer.text}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return result;
}

/** Every answer that was heard, asked for again with the same key: those that differ from the first time. */
export async function answersThatChanged<A extends Ask>(
  told: ReadonlyMap<string, string>,
  asks: readonly A[],
  send: (ask: A) => Promise<{ readonly text: string }>,
): Promise<string[]> {
  const changed: string[] = [];
  await burst(
    asks.filter(({ requestKey }) => told.has(requestKey)),
    20,
    async (ask) => {
      const { text } = await send(ask);
      const first = told.get(ask.requestKey);
      if (text !== first) changed.push(`${ask.requestKey}: ${first} became ${text}`);
      return { status: 200, text };
    },
  );
  return changed;
}
