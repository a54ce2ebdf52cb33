/**
 * A line against a model of it: sequences of what people, staff and time do, each on a line of its own. After every
 * step the database must be what the model says, row by row. Real: both databases, the desk, the rules. The model is
 * written without them.
 */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLine, aMembership, anOrganization, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';
import { LineModel } from '../../../test/line-model.js';

const SEQUENCES = 1_000;
const PEOPLE = 4;

type Step =
  | { readonly kind: 'sign-up'; readonly who: number; readonly seats: number }
  | { readonly kind: 'cancel' | 'accept' | 'decline'; readonly who: number }
  | { readonly kind: 'capacity'; readonly to: number }
  | { readonly kind: 'promote'; readonly parties: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'lapse' };

const who = fc.nat(PEOPLE - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sign-up' as const),
      who,
      seats: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), to: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('promote' as const),
      parties: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.constantFrom(10, 60, 1440, 4320),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lapse' as const) }) },
);

const joins = (...people: number[]): Step[] =>
  people.map((person) => ({ kind: 'sign-up', who: person, seats: 1 }));

/** Chance meets most outcomes; these it must not miss. */
const EXAMPLES: [number, number, Step[]][] = [
  [
    1,
    9,
    [...joins(0, 1), { kind: 'cancel', who: 0 }, { kind: 'pass', minutes: 1440 }, { kind: 'accept', who: 0 }],
  ],
  [1, 9, [...joins(0, 1), { kind: 'cancel', who: 0 }, { kind: 'accept', who: 0 }]],
  [1, 9, [...joins(0, 1, 2), { kind: 'cancel', who: 0 }, { kind: 'decline', who: 0 }, { kind: 'lapse' }]],
  [2, 9, [...joins(0), { kind: 'sign-up', who: 1, seats: 2 }, ...joins(2), { kind: 'capacity', to: 1 }]],
  [2, 0, [...joins(0, 1, 2), { kind: 'capacity', to: 1 }]],
  [1, 9, [...joins(0, 1, 2), { kind: 'promote', parties: 2 }, { kind: 'lapse' }]],
];

onBothEngines('a line and its model', (db) => {
  it(`agree after every step of ${SEQUENCES} sequences`, async () => {
    let serial = 0;
    const crowd = await db().uow.run(async (tx) => {
      const { id } = await anOrganization(tx, { id: 'model' });
      await aMembership(tx, 'worker', id);
      return people(tx, PEOPLE);
    });
    const idOf = (person: number) => crowd[person]?.id ?? '';
    const seen = new Set<string>();

    const run = async (capacity: number, waitlistLimit: number, steps: readonly Step[]) => {
      const clock = new TestClock();
      const at = signupDesk(db().uow, clock);
      // Each sequence is over in days and its lines never meet: a person's places of one clash with no other.
      serial += 1;
      const line = await db().uow.run((tx) =>
        aLine(tx, {
          capacity,
          waitlistLimit,
          organizationId: 'model',
          partyLimit: 3,
          startsAt: '2026-12-01T06:00:00.000Z',
          endsAt: '2026-12-01T08:00:00.000Z',
        }),
      );
      const model = new LineModel({ capacity, waitlistLimit, startsAt: '2026-12-01T06:00:00.000Z' });
      const key = () => `model-${serial}-${(keys += 1)}-0000`;
      let keys = 0;
      const held = new Map<number, string>();
      const outcomeOf = (promise: Promise<{ status: string }>) =>
        promise.then(
          ({ status }) => status,
          (error: { code?: string }) => {
            if (error.code === undefined) throw error;
            return error.code;
          },
        );

      const act = async (each: Step): Promise<[string, string]> => {
        const now = clock.now();
        switch (each.kind) {
          case 'sign-up': {
            const companions = Array.from({ length: each.seats - 1 }, (_, index) => ({ name: `伴${index}` }));
            const party = { dependantIds: [], companions };
            const signing = at.signUp
              .execute(idOf(each.who), 'occurrence', line.id, { requestKey: key(), party })
              .then((view) => {
                held.set(each.who, view.id);
                return view;
              });
            return [await outcomeOf(signing), model.signUp(each.who, each.seats, now)];
          }
          case 'cancel': {
            const person = model.someone(each.who, 'live');
            const left = at.cancel.execute(idOf(person), held.get(person) ?? 'none', { requestKey: key() });
            return [await outcomeOf(left), model.cancel(person, now)];
          }
          case 'accept':
          case 'decline': {
            const person = model.someone(each.who, 'offered');
            const signupId = held.get(person) ?? 'none';
            const answered = at.answerOffer.execute(idOf(person), signupId, each.kind, key());
            return [await outcomeOf(answered), model.answer(person, each.kind, now)];
          }
          case 'capacity': {
            const changed = db()
              .uow.run((tx) => at.lines.change(tx, line.id, { capacity: each.to }, { personId: 'worker' }))
              .then(() => ({ status: 'ok' }));
            return [await outcomeOf(changed), model.setCapacity(each.to, now)];
          }
          case 'promote': {
            const promoted = at.promote
              .execute('worker', line.id, { requestKey: key(), parties: each.parties })
              .then(({ offered }) => ({ status: `offered ${offered.length}` }));
            return [await outcomeOf(promoted), model.promote(each.parties, now)];
          }
          case 'pass':
            clock.advance(each.minutes);
            return ['ok', 'ok'];
          case 'lapse':
            await at.lapseOffers.execute();
            model.sweep(clock.now());
            return ['ok', 'ok'];
        }
      };

      for (const each of steps) {
        const [found, expected] = await act(each);
        seen.add(`${each.kind} ${found}`);
        expect([each, found]).toEqual([each, expected]);
        const state = await db().uow.read((tx) =>
          tx.query(
            `SELECT line.capacity, line.taken, line.waiting, line.next_position,
                    s.person_id, s.status, s.position, s.seats, s.offer_until
               FROM line LEFT JOIN signup s ON s.line_id = line.id WHERE line.id = ? ORDER BY s.position`,
            [line.id],
          ),
        );
        expect([each, state]).toEqual([each, model.state(idOf)]);
      }
      // Nothing of this sequence may be found by the sweeps or clash checks of the next.
      await db().uow.run(async (tx) => {
        await tx.query('DELETE FROM signup WHERE line_id = ?', [line.id]);
        await tx.query('UPDATE line SET offers_until = NULL WHERE id = ?', [line.id]);
      });
    };

    const sequence = fc.array(step, { minLength: 3, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.constantFrom(0, 2, 9, 9), sequence, run),
      { numRuns: SEQUENCES, endOnFailure: true, examples: EXAMPLES },
    );
    // A model that never saw an offer lapse would prove little.
    for (const outcome of [
      'sign-up confirmed',
      'sign-up waitlisted',
      'sign-up offered',
      'sign-up signup.full',
      'accept confirmed',
      'accept signup.offer-lapsed',
      'decline declined',
      'cancel cancelled',
      'capacity activity.capacity-below-taken',
      'promote offered 1',
      'promote offered 2',
      'promote signup.nobody-waits',
    ])
      expect([...seen]).toContain(outcome);
    // Many small transactions on a real server: slow only where the machine is busy.
  }, 240_000);
});
