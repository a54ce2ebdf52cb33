/**
 * A course that is taken as a whole, against its dates: whatever happens to its places, the places in the dates are
 * what they must be. Real: both databases, the desk, the rules. Not real: the clock. The oracle knows only the words
 * of the promise, not the rule that keeps it.
 */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCourse, aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { brokenCoursePromises, type CoursePlace, placesIn } from '../../../test/course-promises.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';

const SEQUENCES = 200;
const PEOPLE = 4;
const STARTS = ['2026-12-01T06:00:00.000Z', '2026-12-08T06:00:00.000Z', '2026-12-15T06:00:00.000Z'];

type Step =
  | { readonly kind: 'join'; readonly who: number; readonly seats: number }
  | { readonly kind: 'leave' | 'accept' | 'decline'; readonly who: number }
  | { readonly kind: 'capacity'; readonly to: number }
  | { readonly kind: 'call-off' | 'add' | 'sweep' }
  | { readonly kind: 'pass'; readonly days: number };

const who = fc.nat(PEOPLE - 1);
const constant = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: constant('join'), who, seats: fc.integer({ min: 1, max: 2 }) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: constant('leave'), who }) },
  { weight: 3, arbitrary: fc.record({ kind: constant('accept', 'decline'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: constant('capacity'), to: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: constant('call-off', 'add', 'sweep') }) },
  { weight: 1, arbitrary: fc.record({ kind: constant('pass'), days: fc.constantFrom(1, 4, 7) }) },
);

onBothEngines('a course and its dates', (db) => {
  let serial = 0;
  const key = () => `course-${String((serial += 1)).padStart(8, '0')}`;
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => {
        if (error.code === undefined) throw error;
        return error.code;
      },
    );
  it(`agree after every step of ${SEQUENCES} sequences`, async () => {
    const crowd = await db().uow.run((tx) => people(tx, PEOPLE));
    const seen = new Set<string>();

    const run = async (capacity: number, steps: readonly Step[]) => {
      const clock = new TestClock();
      const at = signupDesk(db().uow, clock);
      const course = await db().uow.run((tx) =>
        aCourse(tx, STARTS, { capacity, partyLimit: 2, closesAt: '2026-12-08T05:00:00.000Z' }),
      );
      const held = new Map<number, string>();
      const frozen = new Map<string, readonly CoursePlace[]>();
      const freezeBegun = async () => {
        const lines = await db().uow.read((tx) => at.lines.ofActivity(tx, course.id, 'occurrence'));
        for (const { id, starts_at, called_off } of lines)
          if (!frozen.has(id) && (called_off === 1 || starts_at <= clock.instant()))
            frozen.set(id, await placesIn(db().uow, id));
      };
      const act = async (each: Step): Promise<string> => {
        const personId = (index: number) => crowd[index]?.id ?? '';
        switch (each.kind) {
          case 'join': {
            const companions = Array.from({ length: each.seats - 1 }, () => ({ name: '伴' }));
            const signing = at.signUp.execute(personId(each.who), 'occurrence', course.id, {
              requestKey: key(),
              party: { dependantIds: [], companions },
            });
            return codeOf(signing.then(({ id }) => held.set(each.who, id)));
          }
          case 'leave':
            return codeOf(
              at.cancel.execute(personId(each.who), held.get(each.who) ?? 'none', { requestKey: key() }),
            );
          case 'accept':
          case 'decline':
            return codeOf(
              at.answerOffer.execute(personId(each.who), held.get(each.who) ?? 'none', each.kind, key()),
            );
          case 'capacity': {
            const change = (agreed?: string) =>
              db().uow.run((tx) =>
                at.lines.change(tx, course.id, { capacity: each.to }, { personId: 'worker', agreed }),
              );
            // Whoever agrees to whom it touches sends them back to the line.
            return codeOf(
              change().catch((error: { facts?: { token?: string } }) => change(error.facts?.token)),
            );
          }
          case 'call-off': {
            const coming = await db().uow.read((tx) => at.lines.ofActivity(tx, course.id, 'occurrence'));
            const date = coming.filter(({ id }) => !frozen.has(id)).at(-1);
            if (date === undefined) return 'none left';
            await db().uow.run(async (tx) => {
              await at.lines.hold(tx, course.id);
              await at.lines.callOffOne(tx, date, { personId: 'worker', reason: '老师有事' });
            });
            frozen.set(date.id, await placesIn(db().uow, date.id));
            expect((frozen.get(date.id) ?? []).filter(({ status }) => status === 'confirmed')).toEqual([]);
            return 'ok';
          }
          case 'add':
            await db().uow.run(async (tx) => {
              await at.lines.hold(tx, course.id);
              await aLine(tx, {
                activityId: course.id,
                courseId: course.id,
                startsAt: '2026-12-22T06:00:00.000Z',
                endsAt: '2026-12-22T08:00:00.000Z',
              });
              await at.lines.carryCourse(tx, course.id);
            });
            return 'ok';
          case 'sweep':
            await at.lapseOffers.execute();
            return 'ok';
          case 'pass':
            clock.advance(each.days * 1_440);
            await freezeBegun();
            return 'ok';
        }
      };
      for (const each of steps) {
        seen.add(`${each.kind} ${await act(each)}`);
        expect([each, await brokenCoursePromises(db().uow, course.id, frozen)]).toEqual([each, []]);
      }
      await db().uow.run(async (tx) => {
        await tx.query('DELETE FROM signup WHERE line_id IN (SELECT id FROM line WHERE activity_id = ?)', [
          course.id,
        ]);
        await tx.query('UPDATE line SET offers_until = NULL WHERE id = ?', [course.id]);
      });
    };
    const joined: Step[] = [0, 1, 2].map((person) => ({ kind: 'join', who: person, seats: 1 }));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { minLength: 3, maxLength: 8 }), run),
      {
        numRuns: SEQUENCES,
        endOnFailure: true,
        examples: [
          [1, [...joined, { kind: 'leave', who: 0 }, { kind: 'accept', who: 1 }, { kind: 'call-off' }]],
          [3, [...joined, { kind: 'capacity', to: 1 }, { kind: 'add' }, { kind: 'pass', days: 7 }]],
          [2, [...joined, { kind: 'pass', days: 7 }, { kind: 'pass', days: 4 }, { kind: 'leave', who: 0 }]],
        ],
      },
    );
    for (const outcome of ['join ok', 'leave ok', 'accept ok', 'capacity ok', 'call-off ok', 'add ok'])
      expect([...seen]).toContain(outcome);
  }, 240_000);
});
