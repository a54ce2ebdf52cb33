/** What a course that is taken as a whole is to everything beside it. Real: both databases, the desk. Not real: the clock. */
import { beforeEach, expect, it } from '@jest/globals';
import { aCourse, aLine, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { brokenCoursePromises, placesIn } from '../../../test/course-promises.js';
import type { Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';

const STARTS = ['2026-12-01T06:00:00.000Z', '2026-12-08T06:00:00.000Z', '2026-12-15T06:00:00.000Z'];

onBothEngines('a course beside everything else', (db) => {
  let clock: TestClock;
  let at: ReturnType<typeof signupDesk>;
  let serial = 0;
  const key = () => `course-${String((serial += 1)).padStart(8, '0')}`;

  beforeEach(() => {
    clock = new TestClock();
    at = signupDesk(db().uow, clock);
  });

  const join = (personId: string, lineId: string) =>
    at.signUp.execute(personId, 'occurrence', lineId, { requestKey: key() });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'ok',
      (error: { code?: string }) => {
        if (error.code === undefined) throw error;
        return error.code;
      },
    );
  it('refuses a date of the course alone, to join and to leave', async () => {
    const [me] = await db().uow.run((tx) => people(tx, 1));
    const course = await db().uow.run((tx) => aCourse(tx, STARTS));
    const [date] = course.dates;
    expect(await codeOf(join(me?.id ?? '', date?.id ?? ''))).toBe('signup.whole-course');
    await join(me?.id ?? '', course.id);
    expect(await codeOf(join(me?.id ?? '', date?.id ?? ''))).toBe('signup.whole-course');
    const [place] = await placesIn(db().uow, date?.id ?? '');
    const leaving = at.cancel.execute(me?.id ?? '', place?.id ?? '', { requestKey: key() });
    expect(await codeOf(leaving)).toBe('signup.whole-course');
  });

  it('clashes on its dates only, whichever is asked for first', async () => {
    const [a, b] = await db().uow.run((tx) => people(tx, 2));
    const [course, between, same] = await db().uow.run(async (tx) => [
      await aCourse(tx, STARTS, { title: '八段锦班' }),
      await aLine(tx, {
        startsAt: '2026-12-04T06:00:00.000Z',
        endsAt: '2026-12-04T08:00:00.000Z',
        closesAt: '2026-12-04T06:00:00.000Z',
      }),
      await aLine(tx, {
        title: '合唱',
        startsAt: '2026-12-08T07:00:00.000Z',
        endsAt: '2026-12-08T09:00:00.000Z',
        closesAt: '2026-12-08T07:00:00.000Z',
      }),
    ]);
    if (!course || !between || !same) throw new Error('no lines');
    await join(a?.id ?? '', course.id);
    expect(await codeOf(join(a?.id ?? '', between.id))).toBe('ok');
    await expect(join(a?.id ?? '', same.id)).rejects.toMatchObject({
      code: 'signup.clash',
      facts: { title: '八段锦班', startsAt: STARTS[1] },
    });
    await join(b?.id ?? '', between.id);
    expect(await codeOf(join(b?.id ?? '', same.id))).toBe('ok');
    await expect(join(b?.id ?? '', course.id)).rejects.toMatchObject({
      code: 'signup.clash',
      facts: { title: '合唱' },
    });
  });

  it('never confirms a course and a clashing date of something else that are asked for at once', async () => {
    const crowd = await db().uow.run((tx) => people(tx, 30));
    const [course, single] = await db().uow.run(async (tx) => [
      await aCourse(tx, STARTS, { capacity: 30 }),
      await aLine(tx, {
        capacity: 30,
        startsAt: '2026-12-08T06:30:00.000Z',
        endsAt: '2026-12-08T07:30:00.000Z',
        closesAt: '2026-12-08T06:00:00.000Z',
      }),
    ]);
    const before = db().uow.retries;
    const codes = await Promise.all(
      crowd.flatMap(({ id }) => [codeOf(join(id, course?.id ?? '')), codeOf(join(id, single?.id ?? ''))]),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(30);
    expect(codes.filter((code) => code === 'signup.clash')).toHaveLength(30);
    // One lock order: the two desks wait for each other's people, they do not deadlock.
    expect(db().uow.retries - before).toBeLessThanOrEqual(2);
  });

  it('leaves, joins and date changes at once keep every promise, without deadlocks', async () => {
    const crowd = await db().uow.run((tx) => people(tx, 12));
    const course = await db().uow.run((tx) => aCourse(tx, STARTS, { capacity: 5, waitlistLimit: 20 }));
    const before = db().uow.retries;
    const storm = async (personId: string) => {
      for (let round = 0; round < 3; round += 1) {
        const { id } = await join(personId, course.id);
        if (round < 2) await at.cancel.execute(personId, id, { requestKey: key() });
      }
    };
    const carrying = async () => {
      for (let round = 0; round < 6; round += 1)
        await db().uow.run(async (tx) => {
          await at.lines.hold(tx, course.id);
          await at.lines.carryCourse(tx, course.id);
        });
    };
    await Promise.all([...crowd.map(({ id }) => storm(id)), carrying()]);
    expect(await brokenCoursePromises(db().uow, course.id)).toEqual([]);
    expect(db().uow.retries - before).toBeLessThanOrEqual(2);
  });

  it('decides once about a place that is given up and let in at one moment', async () => {
    const [me] = await db().uow.run((tx) => people(tx, 1));
    const course = await db().uow.run((tx) => aCourse(tx, STARTS));
    const date = course.dates[0]?.id ?? '';
    const signup = await join(me?.id ?? '', course.id);
    let reached: () => void = () => undefined;
    // The door asks when leaving has read the places in the dates and not written them yet.
    const door = new Promise<void>((resolve) => (reached = resolve)).then(() =>
      db().uow.run(async (tx) => {
        await tx.query(`SELECT id FROM line WHERE id = ?${tx.forUpdate}`, [date]);
        const [place] = await tx.query<{ id: string; status: string }>(
          'SELECT id, status FROM signup WHERE line_id = ?',
          [date],
        );
        if (place?.status === 'confirmed')
          await tx.query(`UPDATE signup SET status = 'attended' WHERE id = ?`, [place.id]);
        return place?.status;
      }),
    );
    const watched = watching(db().uow, async (sql) => {
      if (!sql.includes('course_signup_id') || !sql.includes('SELECT id, line_id')) return;
      reached();
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    const leaving = signupDesk(watched, clock);
    await leaving.cancel.execute(me?.id ?? '', signup.id, { requestKey: key() });
    expect(await door).toBe('cancelled');
    expect((await placesIn(db().uow, date)).map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('draws a course as one: who is drawn is in every date, and no date is drawn alone', async () => {
    const crowd = await db().uow.run((tx) => people(tx, 5));
    const course = await db().uow.run((tx) =>
      aCourse(tx, STARTS, { capacity: 2, mode: 'lottery', closesAt: '2026-11-30T05:00:00.000Z' }),
    );
    await db().uow.run((tx) => at.lines.publish(tx, course.id));
    for (const { id } of crowd) expect((await join(id, course.id)).status).toBe('in-draw');
    expect(await placesIn(db().uow, course.dates[0]?.id ?? '')).toEqual([]);
    // Sign-up closed before the first date, so that there is a moment between the draw and the start.
    clock.set('2026-11-30T06:00:00.000Z');
    for (const lineId of [course.id, ...course.dates.map(({ id }) => id)])
      await at.desk.submit(lineId, { kind: 'sweep' });
    const drawn = (await placesIn(db().uow, course.id)).filter(({ status }) => status === 'confirmed');
    expect(drawn).toHaveLength(2);
    expect(await brokenCoursePromises(db().uow, course.id)).toEqual([]);
  });

  it('asks the database nothing more for a line that is no course', async () => {
    const [me] = await db().uow.run((tx) => people(tx, 1));
    const line = await db().uow.run((tx) => aLine(tx, {}));
    const asked: string[] = [];
    const watched = watching(db().uow, (sql) => void asked.push(sql));
    await signupDesk(watched, clock).signUp.execute(me?.id ?? '', 'occurrence', line.id, {
      requestKey: key(),
    });
    const statements = asked.map((sql) => sql.trim().split(/\s+/, 3).join(' '));
    expect(statements).toEqual([
      'SELECT line.capacity, line.taken,',
      'SELECT slot, body_hash,',
      'SELECT id FROM',
      'SELECT id, line_id,',
      'SELECT s.person_id, s.line_id,',
      'SELECT restricts, restrict_no_shows,',
      'INSERT INTO signup',
      'INSERT INTO signup_event',
      'UPDATE line SET',
      'INSERT INTO request_answer',
    ]);
    // Dates are looked for by the course they name: nothing does.
    expect(asked.filter((sql) => /course_id (=|IS NOT)/.test(sql))).toEqual([]);
  });
});

/** The same unit of work; somebody is told of every statement of a transaction after it was answered. */
function watching(uow: UnitOfWork, tell: (sql: string) => Promise<void> | void): UnitOfWork {
  const run: UnitOfWork['run'] = (work) =>
    uow.run((tx) =>
      work({
        ...tx,
        query: async <Row>(sql: string, parameters?: readonly unknown[]) => {
          const rows = await tx.query<Row>(sql, parameters);
          await tell(sql);
          return rows;
        },
      }),
    );
  return Object.assign(Object.create(uow) as UnitOfWork, {
    run,
    read: <T>(work: (tx: Tx) => Promise<T>) => uow.read(work),
  });
}
