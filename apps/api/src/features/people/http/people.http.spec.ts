import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleRoutes as routes } from '@xiaolin/shared-types/people/routes';
import { insertRows } from '../../../platform/db/rows.js';
import { callRoute, codeOf, onRunningApp, startTestApp, type TestApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { describeOnMysql } from '../../../test/engines.js';
import { TestClock } from '../../../test/test-clock.js';
import { WechatStandIn } from '../../../test/wechat-stand-in.js';
import { Messages } from '../../inbox/index.js';

onRunningApp('people over HTTP', (app) => {
  beforeAll(async () => {
    await app().seed(async (tx) => {
      const district = await anOrganization(tx, { id: 'district', kind: 'district' });
      await anOrganization(tx, {
        id: 'community',
        kind: 'community',
        parentPath: district.path,
        name: '联大社区',
      });
      const university = await anOrganization(tx, {
        id: 'university',
        kind: 'university',
        name: '云南中医药大学',
      });
      await anOrganization(tx, {
        id: 'school',
        kind: 'school',
        parentPath: university.path,
        name: '人文与管理学院',
      });
      await aPerson(tx, { id: 'worker', name: '社区小李' });
      await aMembership(tx, 'worker', 'community');
      await tx.query(
        "UPDATE person SET demo_kind = 'worker', demo_description = '社区工作者' WHERE id = 'worker'",
      );
      await aPerson(tx, { id: 'student' });
      await aPerson(tx, { id: 'freshman' });
      await insertRows(tx, 'student_profile', [
        {
          person_id: 'student',
          university_id: 'university',
          school_id: 'school',
          student_number: '1',
          verified_at: '2026-01-01T00:00:00.000Z',
        },
        {
          person_id: 'freshman',
          university_id: 'university',
          school_id: null,
          student_number: '2',
          verified_at: null,
        },
      ]);
    });
  });

  it('lists the named people of the try-out mode, and nobody else', async () => {
    expect(valueOf(await app().call(routes.listDemoPeople, {})).items).toEqual([
      { id: 'worker', displayName: '社区小李', description: '社区工作者', kind: 'worker' },
    ]);
  });

  it('signs in as a named person, whose token then works', async () => {
    const session = valueOf(await app().call(routes.signInAsDemoPerson, { body: { personId: 'worker' } }));
    const me = valueOf(await callRoute(app().baseUrl, routes.me, {}, session.token));
    expect(me.displayName).toBe('社区小李');
    expect(session.expiresAt > app().clock.instant()).toBe(true);
  });

  it.each(['student', 'nobody'])('does not sign in as %s', async (personId) => {
    expect(codeOf(await app().call(routes.signInAsDemoPerson, { body: { personId } }))).toBe(
      'person.unknown',
    );
  });

  it('shows memberships', async () => {
    const { memberships } = valueOf(await app().call(routes.me, { as: 'worker' }));
    expect(memberships).toEqual([
      {
        organizationId: 'community',
        organizationName: '联大社区',
        organizationKind: 'community',
        role: 'worker',
      },
    ]);
  });

  it.each([
    ['student', { universityName: '云南中医药大学', schoolName: '人文与管理学院', verified: true }],
    ['freshman', { universityName: '云南中医药大学', schoolName: null, verified: false }],
    ['worker', null],
  ])('shows the studies of %s', async (as, student) => {
    expect(valueOf(await app().call(routes.me, { as })).student).toEqual(student);
  });

  it('counts what I have not read', async () => {
    await app().seed((tx) =>
      app()
        .get(Messages)
        .tell(
          tx,
          ['a', 'b'].map((eventKey) => ({
            personId: 'student',
            kind: 'activity.changed' as const,
            facts: {},
            eventKey,
          })),
        ),
    );
    await app().deliverOutbox();
    expect(valueOf(await app().call(routes.me, { as: 'student' })).unreadMessages).toBe(2);
  });

  it('renames me, trimmed, and journals that without the names', async () => {
    const me = valueOf(
      await app().call(routes.rename, { body: { displayName: '  小杨 🌸 ' }, as: 'freshman' }),
    );
    expect(me.displayName).toBe('小杨 🌸');
    const rows = await app().uow.read((tx) =>
      tx.query<Record<string, unknown>>("SELECT * FROM journal WHERE subject_id = 'freshman'"),
    );
    expect(rows.map((row) => row['action'])).toEqual(['renamed']);
    expect(JSON.stringify(rows)).not.toContain('小杨');
  });

  it.each(['', '   ', '名'.repeat(21)])('refuses the name %j', async (displayName) => {
    const result = await app().call(routes.rename, { body: { displayName }, as: 'worker' });
    expect(result.ok ? null : result.problem.errors?.map(({ path }) => path)).toEqual(['body.displayName']);
  });

  it('asks for a new session when the person of a token is gone', async () => {
    expect(codeOf(await app().call(routes.me, { as: 'gone' }))).toBe('session.required');
    expect(codeOf(await app().call(routes.rename, { body: { displayName: '谁' }, as: 'gone' }))).toBe(
      'session.required',
    );
  });

  it('signs out: the token is refused from then on, another one of the same person is not', async () => {
    const token = app().tokenFor('worker');
    valueOf(await callRoute(app().baseUrl, routes.signOut, {}, token));
    expect(codeOf(await callRoute(app().baseUrl, routes.me, {}, token))).toBe('session.revoked');
    expect(codeOf(await app().call(routes.me, { as: 'worker' }))).toBe('ok');
  });

  it('says clearly that WeChat is not set up', async () => {
    expect(codeOf(await app().call(routes.signInWithWechat, { body: { code: 'code' } }))).toBe(
      'session.wechat-unavailable',
    );
  });
});

for (const [engine, suite] of [
  ['sqlite', describe],
  ['mysql', describeOnMysql],
] as const)
  suite(`signing in with WeChat [${engine}]`, () => {
    const clock = new TestClock();
    let wechat: WechatStandIn;
    let app: TestApp;
    beforeAll(async () => {
      wechat = await new WechatStandIn(clock).start();
      app = await startTestApp(engine, clock, { wechat: wechat.config, demoSignIn: false });
    });
    afterAll(async () => {
      await app.close();
      await wechat.stop();
    });
    const signIn = (code: string) => app.call(routes.signInWithWechat, { body: { code } });
    const peopleWith = (openId: string) =>
      app.uow.read((tx) =>
        tx.query<{ id: string }>('SELECT id FROM person WHERE wechat_open_id = ?', [openId]),
      );

    it('makes a person with a neutral name on the first visit and finds the same one again', async () => {
      const first = valueOf(await signIn(wechat.code('o-1')));
      expect(first.person.displayName).toMatch(/^邻居[2-9A-Z]{4}$/);
      const again = valueOf(await signIn(wechat.code('o-1')));
      expect(again.person).toEqual(first.person);
      expect(valueOf(await callRoute(app.baseUrl, routes.me, {}, again.token)).id).toBe(first.person.id);
    });

    it('makes one person of twenty first visits at once', async () => {
      const sessions = await Promise.all(Array.from({ length: 20 }, () => signIn(wechat.code('o-2'))));
      expect(new Set(sessions.map((session) => valueOf(session).person.id)).size).toBe(1);
      expect(await peopleWith('o-2')).toHaveLength(1);
      const joined = await app.uow.read((tx) =>
        tx.query(
          "SELECT j.id FROM journal j JOIN person p ON p.id = j.subject_id WHERE p.wechat_open_id = 'o-2'",
        ),
      );
      expect(joined).toHaveLength(1);
    });

    it('refuses a used code, a blocked account and a busy WeChat, each by its name', async () => {
      const code = wechat.code('o-3');
      valueOf(await signIn(code));
      expect(codeOf(await signIn(code))).toBe('session.code-refused');
      wechat.fail('/sns/jscode2session', { errcode: 40226 });
      expect(codeOf(await signIn(wechat.code('o-4')))).toBe('session.account-blocked');
      wechat.fail('/sns/jscode2session', { errcode: 45011 });
      expect(codeOf(await signIn(wechat.code('o-4')))).toBe('session.wechat-unavailable');
      expect(await peopleWith('o-4')).toEqual([]);
    });

    it('has no named people when the try-out mode is off', async () => {
      await app.seed(async (tx) => {
        await aPerson(tx, { id: 'demo' });
        await tx.query("UPDATE person SET demo_kind = 'worker' WHERE id = 'demo'");
      });
      expect(codeOf(await app.call(routes.listDemoPeople, {}))).toBe('session.demo-off');
      expect(codeOf(await app.call(routes.signInAsDemoPerson, { body: { personId: 'demo' } }))).toBe(
        'session.demo-off',
      );
    });
  });
