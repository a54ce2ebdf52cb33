/** Real: both databases, the migrations, the desk. Not real: the clock. */
import { beforeEach, expect, it } from '@jest/globals';
import { type Audience, EVERYONE } from '@xiaolin/shared-types/signups/audience';
import type { Question } from '@xiaolin/shared-types/signups/questions';
import { aLine, anOrganization, people } from '../../../test/builders.js';
import { onBothEngines } from '../../../test/engines.js';
import { signupDesk } from '../../../test/signup-desk.js';
import { TestClock } from '../../../test/test-clock.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { DeleteAnswers } from './delete-answers.js';

const PHONE: Question = { id: 'phone', kind: 'phone', label: '紧急联系人电话', required: true, options: [] };

onBothEngines('who may come, what they are asked, and what a change does to them', (db) => {
  let clock: TestClock;
  let at: ReturnType<typeof signupDesk>;
  let keys = 0;

  beforeEach(() => {
    clock = new TestClock();
    at = signupDesk(db().uow, clock);
  });

  const key = () => `key-${String((keys += 1)).padStart(8, '0')}`;
  const seed = async (
    amount: number,
    terms: Parameters<typeof at.lines.change>[2]['terms'],
    given: Parameters<typeof aLine>[1] = {},
  ) =>
    db().uow.run(async (tx) => {
      const line = await aLine(tx, given);
      await at.lines.change(tx, line.id, { terms }, { personId: 'worker' });
      return { line: line.id, crowd: (await people(tx, amount)).map(({ id }) => id) };
    });
  const join = (
    personId: string,
    lineId: string,
    more: Partial<Parameters<typeof at.signUp.execute>[3]> = {},
  ) => at.signUp.execute(personId, 'occurrence', lineId, { requestKey: key(), ...more });
  const refusalOf = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error as Refusal,
    );
  const code = async (promise: Promise<unknown>) => (await refusalOf(promise))?.code ?? 'ok';
  const answersOf = (lineId: string) =>
    db().uow.read((tx) =>
      tx.query<{ answers: string }>('SELECT answers FROM signup_answers WHERE line_id = ?', [lineId]),
    );
  const set = (sql: string, values: string[]) => db().uow.run((tx) => tx.query(sql, values));
  const only = (given: Partial<Audience>) => ({ audience: { ...EVERYONE, ...given } });

  it('takes residents of the named community, whoever asks, and students whom their university has verified', async () => {
    const { community, university } = await db().uow.run(async (tx) => ({
      community: await anOrganization(tx),
      university: await anOrganization(tx, { kind: 'university' }),
    }));
    const { line, crowd } = await seed(
      4,
      only({ communityIds: [community.id], universityIds: [university.id] }),
    );
    const [resident = '', student = '', unverified = '', stranger = ''] = crowd;
    await set('UPDATE person SET home_id = ? WHERE id = ?', [community.id, resident]);
    for (const [id, verified] of [
      [student, "'2026-09-01T00:00:00.000Z'"],
      [unverified, 'NULL'],
    ])
      await set(
        `INSERT INTO student_profile (person_id, university_id, student_number, verified_at) VALUES (?, ?, '1', ${verified})`,
        [id ?? '', university.id],
      );
    const codes = [];
    for (const id of [resident, student, unverified, stranger]) codes.push(await code(join(id, line)));
    expect(codes).toEqual(['ok', 'ok', 'signup.home-unknown', 'signup.home-unknown']);
  });

  it('counts what a household holds in the other occurrences of the activity', async () => {
    const activityId = 'household-activity';
    const first = await seed(1, only({ householdLimit: 2 }), { activityId, partyLimit: 3 });
    const second = await seed(0, only({ householdLimit: 2 }), {
      activityId,
      startsAt: '2026-12-02T06:00:00.000Z',
      endsAt: '2026-12-02T08:00:00.000Z',
      closesAt: '2026-12-02T06:00:00.000Z',
      partyLimit: 3,
    });
    const [me = ''] = first.crowd;
    const party = { dependantIds: [], companions: [{ name: '王姐' }] };
    expect(await code(join(me, first.line, { party }))).toBe('ok');
    const refusal = await refusalOf(join(me, second.line));
    expect(refusal).toMatchObject({ code: 'signup.household-limit', facts: { limit: 2, held: 2 } });
  });

  it('keeps answers with the place, forgets them with it, and takes nothing from a refused one', async () => {
    const { line, crowd } = await seed(2, { questions: [PHONE] });
    const [me = '', other = ''] = crowd;
    const refusal = await refusalOf(join(me, line));
    expect(refusal).toMatchObject({
      code: 'signup.answers-invalid',
      errors: [{ path: 'body.answers.phone', message: '请回答这个问题' }],
    });
    const place = await join(me, line, { answers: [{ questionId: 'phone', values: ['13800000000'] }] });
    await join(other, line, { answers: [{ questionId: 'phone', values: ['13900000000'] }] });
    expect((await answersOf(line)).map(({ answers }) => JSON.parse(answers) as unknown)).toContainEqual([
      { questionId: 'phone', label: '紧急联系人电话', values: ['13800000000'] },
    ]);
    await at.cancel.execute(me, place.id, { requestKey: key() });
    expect(await answersOf(line)).toHaveLength(1);
    await join(me, line, { answers: [{ questionId: 'phone', values: ['13700000000'] }] });
    expect(await answersOf(line)).toHaveLength(2);
  });

  it('deletes answers on their day, not before, however many processes do', async () => {
    const { line, crowd } = await seed(1, { questions: [PHONE], answersKeepDays: 2 });
    await join(crowd[0] ?? '', line, { answers: [{ questionId: 'phone', values: ['13800000000'] }] });
    const job = new DeleteAnswers(db().uow, clock, new JobRunner());
    clock.set('2026-12-02T15:59:00.000Z');
    await job.execute();
    expect(await answersOf(line)).toHaveLength(1);
    clock.set('2026-12-02T16:00:00.000Z');
    await Promise.all([job.execute(), job.execute()]);
    expect(await answersOf(line)).toEqual([]);
  });

  it('lets whoever was confirmed before a change leave freely, and nobody who came after', async () => {
    const { line, crowd } = await seed(2, {}, { closesAt: '2026-12-01T05:00:00.000Z' });
    const [before = '', after = ''] = crowd;
    const early = await join(before, line);
    clock.advance(1);
    await db().uow.run((tx) => at.lines.markMoved(tx, [line]));
    clock.advance(1);
    const late = await join(after, line);
    clock.set('2026-12-01T05:30:00.000Z');
    const left = [];
    for (const [person, { id }] of [
      [before, early],
      [after, late],
    ] as const)
      left.push((await at.cancel.execute(person, id, { requestKey: key() })).status);
    expect(left).toEqual(['cancelled', 'cancelled-late']);
  });

  it('takes seats away only from those whom somebody agreed to, and puts them in front of the line', async () => {
    const { line, crowd } = await seed(5, {}, { capacity: 3 });
    for (const id of crowd) await join(id, line);
    const reduce = (agreed?: string) =>
      db().uow.run((tx) => at.lines.change(tx, line, { capacity: 1 }, { personId: 'worker', agreed }));
    const refusal = await refusalOf(reduce());
    expect(refusal).toMatchObject({ code: 'activity.capacity-below-taken', facts: { people: 2, taken: 3 } });
    const first = await db().uow.read((tx) =>
      tx.query<{ id: string; person_id: string }>(
        'SELECT id, person_id FROM signup WHERE line_id = ? AND position = 1',
        [line],
      ),
    );
    await at.cancel.execute(crowd[0] ?? '', first[0]?.id ?? '', { requestKey: key() });
    // Somebody left meanwhile and another was offered the seat: others are touched now, so nobody has agreed to them.
    expect(await code(reduce(String(refusal?.facts['token'])))).toBe('activity.capacity-below-taken');
    await reduce(String((await refusalOf(reduce()))?.facts['token']));
    const rows = await db().uow.read((tx) =>
      tx.query<{ status: string }>('SELECT status FROM signup WHERE line_id = ? ORDER BY position', [line]),
    );
    expect(rows.map(({ status }) => status)).toEqual([
      'cancelled',
      'confirmed',
      'waitlisted',
      'waitlisted',
      'waitlisted',
    ]);
    const row = await db().uow.read((tx) => at.lines.find(tx, line));
    expect([row?.taken, row?.waiting, row?.capacity]).toEqual([1, 3, 1]);
  });
});
