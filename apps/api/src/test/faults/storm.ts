import type { AnswerInput, Question } from '@xiaolin/shared-types/signups/questions';
import { insertRows } from '../../platform/db/rows.js';
import type { Tx, UnitOfWork } from '../../platform/db/unit-of-work.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { aLine, anOrganization, people } from '../builders.js';
import type { Ask } from './burst.js';

/* A line with every rule on, and a crowd that signs up, gives up, is offered seats and answers. */

const clock = new SystemClock();

/** What somebody wants done; sent again it is the same. */
export interface Wish extends Ask {
  readonly path: string;
  readonly body: unknown;
}

const QUESTIONS: Question[] = [
  { id: 'size', kind: 'choice', label: '尺码', required: true, options: ['S', 'M'] },
];
const ANSWERS: AnswerInput[] = [{ questionId: 'size', values: ['M'] }];

/**
 * A line that is open now for one community, with ages, a household limit and a question; everybody lives there and
 * has a child who comes along, so that each place is two seats.
 */
export async function aStormyLine(tx: Tx, seats: number, crowd: number) {
  const home = await anOrganization(tx);
  const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const line = await aLine(tx, {
    organizationId: home.id,
    activityId: `activity-of-${home.id}`,
    capacity: seats,
    waitlistLimit: 2 * crowd,
    partyLimit: 3,
    opensAt: at(-1),
    closesAt: at(24),
    startsAt: at(24),
    endsAt: at(26),
  });
  const audience = { communityIds: [home.id], universityIds: [], minAge: 6, maxAge: 90, householdLimit: 2 };
  await tx.query('UPDATE line SET audience = ?, questions = ? WHERE id = ?', [
    JSON.stringify(audience),
    JSON.stringify(QUESTIONS),
    line.id,
  ]);
  await insertRows(tx, 'organization_setting', [
    {
      organization_id: home.id,
      restricts: true,
      restrict_no_shows: 3,
      restrict_within_days: 90,
      restrict_for_days: 30,
      changed_by: 'spec',
      changed_at: at(0),
    },
  ]);
  const persons = await people(tx, crowd);
  for (const { id } of persons)
    await tx.query('UPDATE person SET home_id = ?, birth_year = 1980 WHERE id = ?', [home.id, id]);
  await insertRows(
    tx,
    'dependant',
    persons.map(({ id }) => ({
      id: `child-${id}`,
      owner_id: id,
      name: '小禾',
      kind: 'child',
      birth_year: 2016,
      created_at: at(0),
    })),
  );
  return { lineId: line.id, persons: persons.map(({ id }) => id) };
}

export const joining = (lineId: string, personId: string): Wish => {
  const requestKey = `join-${personId}`;
  const party = { dependantIds: [`child-${personId}`], companions: [] };
  return {
    personId,
    requestKey,
    path: `/occurrences/${lineId}/signups`,
    body: { requestKey, party, answers: ANSWERS },
  };
};

export const doing = (
  what: 'cancel' | 'accept' | 'decline',
  { id, person_id }: { readonly id: string; readonly person_id: string },
): Wish => {
  const requestKey = `${what}-${id}`;
  return { personId: person_id, requestKey, path: `/signups/${id}/${what}`, body: { requestKey } };
};

/** The places of a line in one state, first in line first. */
export const placesIn = (uow: UnitOfWork, lineId: string, status: string) =>
  uow.read((tx) =>
    tx.query<{ id: string; person_id: string }>(
      'SELECT id, person_id FROM signup WHERE line_id = ? AND status = ? ORDER BY position',
      [lineId, status],
    ),
  );

interface Event {
  readonly signup_id: string;
  readonly before_status: string | null;
  readonly after_status: string;
}

/**
 * What is wrong with the trail of a line: each place must have come to where it is by its events, each taken once,
 * and each offer must have reached its person's inbox exactly once.
 */
export async function brokenTrail(uow: UnitOfWork, lineId: string): Promise<string[]> {
  const [places, events, messages] = await uow.read(async (tx) => [
    await tx.query<{ id: string; status: string }>('SELECT id, status FROM signup WHERE line_id = ?', [
      lineId,
    ]),
    await tx.query<Event>(
      'SELECT signup_id, before_status, after_status FROM signup_event WHERE line_id = ?',
      [lineId],
    ),
    await tx.query<{ facts: string }>(`SELECT facts FROM message WHERE kind = 'signup.offered'`),
  ]);
  const told = messages
    .map(({ facts }) => JSON.parse(facts) as { lineId: string; signupId: string })
    .filter((facts) => facts.lineId === lineId);
  return places.flatMap(({ id, status }) => {
    const own = events.filter(({ signup_id }) => signup_id === id);
    const end = follow(own);
    const offered = own.filter(({ after_status }) => after_status === 'offered').length;
    const heard = told.filter(({ signupId }) => signupId === id).length;
    return [
      ...(end === status ? [] : [`${id} is ${status}, its trail ends at ${end}`]),
      ...(offered > 1 ? [`${id} was offered a seat ${offered} times`] : []),
      ...(heard === offered ? [] : [`${id} was offered ${offered} seats and told of ${heard}`]),
    ];
  });
}

/** Nobody joins again in a storm, so that no state comes twice. */
function follow(events: readonly Event[]): string {
  let at: string | null = null;
  for (let step = 0; step < events.length; step += 1) {
    const next: Event | undefined = events.find(({ before_status }) => before_status === at);
    if (next === undefined) return `a gap after ${at}`;
    at = next.after_status;
  }
  return at ?? 'nowhere';
}
