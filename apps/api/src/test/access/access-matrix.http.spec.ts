/**
 * Every route × every role × an object of the caller's own or of another organization. The routes come from the
 * running app, so that a new one fails here until it says how it is asked for.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@xiaolin/shared-types/contract/access';
import type { Route } from '@xiaolin/shared-types/contract/route';
import type { Problem } from '@xiaolin/shared-types/contract/problem';
import { addressOf, API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { declaredRoutes } from '../../platform/http/declared-routes.js';
import { aDraft } from '../activity-builders.js';
import { startTestApp, type TestApp } from '../app.js';
import {
  ADMINISTRATORS,
  aWorld,
  COORDINATORS,
  PEOPLE,
  REACHES_NEAR,
  seedWorlds,
  STAFF,
  type Who,
  type World,
} from './worlds.js';

interface Asking {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}

let keys = 0;
const requestKey = () => `matrix-key-${(keys += 1)}`;
const deviceTime = '2026-11-23T02:00:00.000Z';

/** How each staff route is asked about a world's objects: `METHOD path`. */
const STAFF_CALLS: Readonly<Record<string, (world: World) => Asking>> = {
  'GET /staff/activities': () => ({ query: { limit: '100' } }),
  'GET /staff/activities/:activityId': ({ activityId }) => ({ params: { activityId } }),
  'POST /staff/activities': ({ organizationId }) => ({
    body: { requestKey: requestKey(), draft: draft(organizationId) },
  }),
  'PUT /staff/activities/:activityId': ({ activityId, organizationId }) => ({
    params: { activityId },
    body: { version: 1, draft: draft(organizationId) },
  }),
  'POST /staff/activities/:activityId/publish': ({ activityId }) => ({ params: { activityId } }),
  'POST /staff/activities/:activityId/cancel': ({ activityId }) => ({
    params: { activityId },
    body: { reason: '下雨' },
  }),
  'POST /staff/activities/:activityId/occurrences/:occurrenceId/cancel': ({ activityId, occurrenceId }) => ({
    params: { activityId, occurrenceId },
    body: { requestKey: requestKey(), reason: '下雨' },
  }),
  'POST /staff/occurrences/:occurrenceId/signups': ({ occurrenceId }) => ({
    params: { occurrenceId },
    body: { requestKey: requestKey(), displayName: '段奶奶' },
  }),
  'POST /staff/occurrences/:occurrenceId/reviews': ({ occurrenceId }) => ({
    params: { occurrenceId },
    body: { requestKey: requestKey(), signupIds: ['nothing'], verdict: 'approve' },
  }),
  'POST /staff/occurrences/:occurrenceId/promotions': ({ occurrenceId }) => ({
    params: { occurrenceId },
    body: { requestKey: requestKey(), parties: 1 },
  }),
  'POST /staff/occurrences/:occurrenceId/signups/:signupId/phone': ({ occurrenceId, signupId }) => ({
    params: { occurrenceId, signupId },
  }),
  'GET /staff/occurrences/:occurrenceId/roster': ({ occurrenceId }) => ({
    params: { occurrenceId },
    query: {},
  }),
  'GET /staff/occurrences/:occurrenceId/answers': ({ occurrenceId }) => ({
    params: { occurrenceId },
    query: {},
  }),
  'GET /staff/occurrences/:occurrenceId/admissions': ({ occurrenceId }) => ({ params: { occurrenceId } }),
  'GET /staff/occurrences/:occurrenceId/admissions/roster': ({ occurrenceId }) => ({
    params: { occurrenceId },
    query: {},
  }),
  'POST /staff/occurrences/:occurrenceId/admissions': ({ occurrenceId }) => ({
    params: { occurrenceId },
    body: { requestKey: requestKey(), code: 'AAAAAAAA', deviceTime },
  }),
  'POST /staff/occurrences/:occurrenceId/admissions/ticks': (world) => atTheDoor(world),
  'POST /staff/occurrences/:occurrenceId/admissions/undo': (world) => atTheDoor(world),
  'POST /staff/occurrences/:occurrenceId/admissions/excuses': (world) => atTheDoor(world),
  'GET /staff/organizations/:organizationId/settings': ({ organizationId }) => ({
    params: { organizationId },
  }),
  'PUT /staff/organizations/:organizationId/settings': ({ organizationId }) => ({
    params: { organizationId },
    body: { restriction: { on: false, noShows: 3, withinDays: 90, forDays: 30 } },
  }),
  'GET /staff/activities/:activityId/feedback': ({ activityId }) => ({ params: { activityId }, query: {} }),
  'GET /staff/activities/:activityId/feedback/waiting': ({ activityId }) => ({
    params: { activityId },
    query: {},
  }),
  'POST /staff/activities/:activityId/feedback/:feedbackId/words': ({ activityId }) => ({
    params: { activityId },
    body: { decision: 'show' },
  }),
  'GET /staff/activities/:activityId/roles': ({ activityId }) => ({ params: { activityId } }),
  'POST /staff/activities/:activityId/roles': ({ activityId }) => ({ params: { activityId }, body: role() }),
  'PUT /staff/activities/:activityId/roles/:roleId': ({ activityId, roleId }) => ({
    params: { activityId, roleId },
    body: roleEdit(),
  }),
  'POST /staff/activities/:activityId/roles/:roleId/shifts': ({ activityId, roleId }) => ({
    params: { activityId, roleId },
    body: { requestKey: requestKey(), shifts: role().shifts },
  }),
  'POST /staff/activities/:activityId/roles/:roleId/removal': ({ activityId, roleId }) => ({
    params: { activityId, roleId },
    body: { requestKey: requestKey(), reason: '下雨' },
  }),
  'PUT /staff/shifts/:shiftId': ({ shiftId }) => ({
    params: { shiftId },
    body: { requestKey: requestKey(), shift: role().shifts[0] },
  }),
  'POST /staff/shifts/:shiftId/removal': ({ shiftId }) => ({
    params: { shiftId },
    body: { requestKey: requestKey(), reason: '下雨' },
  }),
  'GET /staff/shifts/:shiftId/volunteers': ({ shiftId }) => ({ params: { shiftId }, query: {} }),
  'GET /staff/qualifications': () => ({ query: { limit: '100' } }),
  'POST /staff/qualifications/:qualificationId/decision': ({ qualificationId }) => ({
    params: { qualificationId },
    body: { requestKey: requestKey(), verdict: 'confirm' },
  }),
  'POST /staff/shifts/:shiftId/trainings': ({ shiftId, volunteerId }) => ({
    params: { shiftId },
    body: {
      requestKey: requestKey(),
      personIds: [volunteerId],
      name: '急救培训',
      doneOn: '2026-11-01',
      validUntil: null,
    },
  }),
  'GET /staff/ways-out': () => ({ query: { limit: '100' } }),
  'POST /staff/shifts/:shiftId/ways-out': ({ missedShiftId, volunteerId }) => ({
    params: { shiftId: missedShiftId },
    body: { requestKey: requestKey(), personId: volunteerId, outAt: deviceTime, reason: '看到他走了' },
  }),
  'POST /staff/ways-out/:proposalId/answer': ({ proposalId }) => ({
    params: { proposalId },
    body: { requestKey: requestKey(), agree: true },
  }),
  'GET /staff/shifts/:shiftId/site-code': ({ shiftId }) => ({
    params: { shiftId },
    query: { direction: 'in' },
  }),
  'POST /staff/shifts/:shiftId/volunteer-scans': ({ shiftId }) => ({
    params: { shiftId },
    body: { requestKey: requestKey(), code: 'AAAAAAAA', direction: 'in', deviceTime },
  }),
  'POST /staff/shifts/:shiftId/volunteer-scan-batches': ({ shiftId }) => ({
    params: { shiftId },
    body: {
      phoneTime: deviceTime,
      scans: [{ requestKey: requestKey(), code: 'AAAAAAAA', direction: 'in', deviceTime }],
    },
  }),
  'GET /staff/shifts/:shiftId/offline-roster': ({ shiftId }) => ({ params: { shiftId } }),
  'GET /staff/shifts/:shiftId/place-check': ({ shiftId }) => ({ params: { shiftId } }),
  'PUT /staff/shifts/:shiftId/place-check': ({ shiftId }) => ({
    params: { shiftId },
    body: { radiusMetres: null },
  }),
  'POST /staff/shifts/:shiftId/ticks': ({ shiftId, volunteerId }) => ({
    params: { shiftId },
    body: { requestKey: requestKey(), personId: volunteerId, direction: 'in', reason: '没带手机' },
  }),
  'GET /staff/shifts/:shiftId/roster': ({ shiftId }) => ({ params: { shiftId }, query: {} }),
  'GET /staff/hours': () => ({ query: { limit: '100' } }),
  'POST /staff/hours/confirm': ({ recordId }) => ({
    body: { requestKey: requestKey(), recordIds: [recordId] },
  }),
  'POST /staff/hours/:recordId/reject': ({ recordId }) => ({
    params: { recordId },
    body: { reason: '没有来' },
  }),
  'GET /staff/certificates': () => ({ query: { limit: '100' } }),
  'POST /staff/certificates/:certificateId/revoke': ({ certificateId }) => ({
    params: { certificateId },
    body: { requestKey: requestKey(), reason: '记录有误' },
  }),
  'GET /staff/organizations/:organizationId/hours.csv': ({ organizationId }) => ({
    params: { organizationId },
    query: { from: '2026-01-01', to: '2026-03-01' },
  }),
  'GET /staff/organizations/:organizationId/seal': ({ organizationId }) => ({ params: { organizationId } }),
  'PUT /staff/organizations/:organizationId/seal': ({ organizationId }) => ({
    params: { organizationId },
    body: { image: null },
  }),
  'POST /staff/occurrences/:occurrenceId/reports': ({ occurrenceId }) => ({
    params: { occurrenceId },
    body: { requestKey: requestKey(), kind: 'roster', format: 'csv', phonesReason: null },
  }),
  'POST /staff/organizations/:organizationId/reports': ({ organizationId }) => ({
    params: { organizationId },
    body: { requestKey: requestKey(), format: 'csv', from: '2026-01-01', to: '2026-03-01' },
  }),
  'GET /staff/reports/:reportId/table.xlsx': ({ reportId }) => ({ params: { reportId } }),
  'GET /staff/reports/:reportId/table.csv': ({ reportId }) => ({ params: { reportId } }),
  'GET /staff/reports/:reportId/paper.pdf': ({ reportId }) => ({ params: { reportId } }),
  'GET /staff/workbench': () => ({}),
  'GET /staff/lines/:lineId/broadcast-preview': ({ occurrenceId }) => ({
    params: { lineId: occurrenceId },
    query: { audience: 'everyone' },
  }),
  'GET /staff/lines/:lineId/broadcasts': ({ occurrenceId }) => ({
    params: { lineId: occurrenceId },
    query: {},
  }),
  'POST /staff/lines/:lineId/broadcasts': ({ shiftId }) => ({
    params: { lineId: shiftId },
    body: { requestKey: requestKey(), audience: 'everyone', words: '请带水杯', people: 1 },
  }),
  'GET /staff/broadcasts/:broadcastId': ({ broadcastId }) => ({ params: { broadcastId } }),
  'GET /staff/broadcasts/:broadcastId/unreached': ({ broadcastId }) => ({
    params: { broadcastId },
    query: {},
  }),
  'POST /staff/broadcasts/:broadcastId/decision': ({ broadcastId }) => ({
    params: { broadcastId },
    body: { requestKey: requestKey(), decision: 'send' },
  }),
  'GET /staff/corrections': () => ({ query: { limit: '100' } }),
  'GET /staff/corrections/:correctionId': ({ correctionId }) => ({ params: { correctionId } }),
  'POST /staff/corrections/:correctionId/reply': ({ correctionId }) => ({
    params: { correctionId },
    body: noToCorrection(),
  }),
  'POST /staff/corrections/:correctionId/decision': ({ escalatedId }) => ({
    params: { correctionId: escalatedId },
    body: noToCorrection(),
  }),
  'GET /staff/unrecorded': () => ({ query: { limit: '100' } }),
  'POST /staff/shifts/:shiftId/manual-entries': ({ shiftId, volunteerId }) => ({
    params: { shiftId },
    body: {
      requestKey: requestKey(),
      personId: volunteerId,
      inAt: '2026-11-23T01:00:00.000Z',
      outAt: '2026-11-23T05:00:00.000Z',
      reason: '停电',
      pictureIds: ['nothing'],
    },
  }),
  'GET /staff/manual-entries': () => ({ query: { limit: '100' } }),
  'POST /staff/manual-entries/:entryId/decision': ({ entryId }) => ({
    params: { entryId },
    body: { requestKey: requestKey(), verdict: 'reject', reason: '看不清' },
  }),
  'GET /staff/hours/overdue': () => ({}),
  'POST /staff/activities/:activityId/changes/preview': ({ activityId, organizationId }) => ({
    params: { activityId },
    body: { version: 1, draft: draft(organizationId) },
  }),
  'PUT /staff/organizations/:organizationId/stars': ({ organizationId }) => ({
    params: { organizationId },
    body: { steps: [100] },
  }),
  'GET /campus/students': () => ({ query: { state: 'waiting', limit: '100' } }),
  'POST /campus/students/decisions': ({ volunteerId }) => ({
    body: {
      requestKey: requestKey(),
      decision: 'reject',
      reason: '学号对不上',
      students: [{ personId: volunteerId, submittedAt: null }],
    },
  }),
  'GET /campus/hours': () => ({ query: {} }),
  'GET /campus/hours/file': () => ({ query: {} }),
};

const atTheDoor = ({ occurrenceId, signupId }: World): Asking => ({
  params: { occurrenceId },
  body: { requestKey: requestKey(), signupId, reason: '忘带手机' },
});
const noToCorrection = () => ({
  requestKey: requestKey(),
  verdict: 'reject',
  reason: '记录没有错',
  pictureIds: [],
});
const draft = (organizationId: string) => aDraft({ organizationId, categoryId: 'green' });
const role = () => ({
  requestKey: requestKey(),
  name: '引导员',
  description: '',
  countsAsVolunteerService: true,
  notCountedReason: '',
  shifts: [
    {
      startsAt: '2026-12-01T01:00:00.000Z',
      endsAt: '2026-12-01T03:00:00.000Z',
      breakMinutes: 0,
      needed: 5,
      waitlistLimit: 0,
      opensAt: '2026-11-20T00:00:00.000Z',
      closesAt: '2026-12-01T01:00:00.000Z',
      meetingPoint: '',
    },
  ],
});

const roleEdit = () => {
  const { shifts: _, ...edited } = role();
  return {
    ...edited,
    requirements: { trainings: [], skills: [], minAge: null, maxAge: null },
    swaps: true,
  };
};

/** An answer that holds one of these shows the world. */
const SIGNS = [
  'activityId',
  'recordId',
  'certificateId',
  'volunteerId',
  'className',
  'organizationName',
] as const;

const nameOf = (route: Route) => `${route.method} ${route.path}`;
const TURNED_AWAY = ['session.required', 'access.not-staff', 'access.out-of-scope'];

describe('the access matrix', () => {
  let app: TestApp;
  let routes: readonly Route[];

  beforeAll(async () => {
    app = await startTestApp('sqlite');
    routes = declaredRoutes(app.nest);
    await app.seed(seedWorlds);
  });
  afterAll(() => app.close());

  /** The code of the refusal, or the answer. */
  async function ask(
    route: Route,
    asking: Asking,
    as: Who | null,
  ): Promise<{ code: string | null; text: string }> {
    const { body } = asking;
    const response = await fetch(
      `${app.baseUrl}${API_PREFIX}${addressOf(route, withParams(route, asking))}`,
      {
        method: route.method,
        headers: {
          ...(as !== null && { authorization: `Bearer ${app.tokenFor(as)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    return { code: response.status === 200 ? null : (JSON.parse(text) as Problem).code, text };
  }

  /** Every page of a list: the worlds of earlier callers stand on it, too. */
  async function askAll(route: Route, asking: Asking, as: Who) {
    const first = await ask(route, asking, as);
    let { text } = first;
    for (let cursor = cursorOf(text); cursor !== null; cursor = cursorOf(text)) {
      const next = await ask(route, { ...asking, query: { ...asking.query, cursor } }, as);
      text = next.text;
      first.text += text;
    }
    return first;
  }

  const withKind = (kind: Route['access']['kind']) => routes.filter(({ access }) => access.kind === kind);
  const near = () => app.seed((tx) => aWorld(tx, 'near'));

  it('covers every route', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(withKind('staff').map(nameOf).sort()).toEqual(Object.keys(STAFF_CALLS).sort());
  });

  it('lets anybody ask a public route', async () => {
    for (const route of withKind('public')) {
      const { code } = await ask(route, {}, null);
      expect([nameOf(route), TURNED_AWAY.includes(code ?? '')]).toEqual([nameOf(route), false]);
    }
  });

  it('asks everybody else to sign in, and takes no forged or foreign token', async () => {
    for (const route of [...withKind('person'), ...withKind('staff')]) {
      expect([nameOf(route), (await ask(route, {}, null)).code]).toEqual([nameOf(route), 'session.required']);
      const answer = await fetch(`${app.baseUrl}${API_PREFIX}${addressOf(route, withParams(route, {}))}`, {
        method: route.method,
        headers: { authorization: `Bearer ${forged(app.tokenFor('resident'))}` },
      });
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 401]);
    }
  });

  it('lets every signed-in person ask for their own', async () => {
    for (const route of withKind('person')) {
      const { code } = await ask(route, {}, 'resident');
      expect([nameOf(route), TURNED_AWAY.includes(code ?? '')]).toEqual([nameOf(route), false]);
    }
  });

  describe.each(Object.keys(PEOPLE) as Who[])('%s', (who) => {
    it('is let in to staff routes, or turned away, as memberships say', async () => {
      // Each call sets up a world of its own: those of the people before would fill the first page of a list.
      await app.seed((tx) => tx.query('DELETE FROM hour_record'));
      for (const route of withKind('staff')) {
        const world = await near();
        const asking = STAFF_CALLS[nameOf(route)]?.(world) ?? {};
        const { code, text } = await askAll(route, asking, who);
        expect([nameOf(route), verdict(route, code, text, world)]).toEqual([
          nameOf(route),
          expected(route, who),
        ]);
      }
    });
  });

  /** What happened: turned away with a code, or let in and shown the near world or not. */
  function verdict(route: Route, code: string | null, text: string, world: World): string {
    if (code !== null && TURNED_AWAY.includes(code)) return code;
    if (code?.startsWith('server.') === true) return code;
    if (!narrowed(route)) return 'let in';
    // A bulk decision names each refusal by itself.
    if (text.includes('access.out-of-scope')) return 'sees nothing of it';
    // Lists of a page each, to which every caller before has added a world of the same community.
    const marks = ['training', 'missed'].map((kind) => `${kind}-${world.organizationId}-`);
    const seen = [...SIGNS.map((sign) => world[sign]), ...marks];
    return seen.some((sign) => text.includes(sign)) ? 'let in' : 'sees nothing of it';
  }

  function expected(route: Route, who: Who): string {
    if (!STAFF.includes(who)) return 'access.not-staff';
    const roles: readonly Role[] = route.access.kind === 'staff' ? route.access.roles : [];
    const holds = ADMINISTRATORS.includes(who)
      ? 'administrator'
      : COORDINATORS.includes(who)
        ? 'coordinator'
        : 'worker';
    if (!roles.includes(holds)) return 'access.not-staff';
    // Another level decides there: whoever reaches only the community that acted first does not.
    if (route.access.kind === 'staff' && route.access.of === 'unit-above' && who === 'near-worker')
      return 'access.out-of-scope';
    if (REACHES_NEAR.includes(who)) return 'let in';
    return narrowed(route) ? 'sees nothing of it' : 'access.out-of-scope';
  }

  it("never acts on somebody else's place, nor shows it", async () => {
    const { signupId } = await near();
    for (const name of [
      'POST /signups/:signupId/cancel',
      'POST /signups/:signupId/accept',
      'POST /signups/:signupId/decline',
      'GET /me/signups/:signupId',
      'GET /me/signups/:signupId/ticket',
      'GET /me/signups/:signupId/calendar',
      'GET /me/signups/:signupId/feedback',
    ]) {
      const route = routes.find((each) => nameOf(each) === name) as Route;
      const { code } = await ask(route, { params: { signupId }, body: cancelBody(route) }, 'near-worker');
      expect([name, code]).toEqual([name, 'signup.unknown']);
    }
  });

  it("never moves somebody else's place to another volunteer, nor says when somebody else left", async () => {
    const { signupId, missedShiftId, proposalId, qualificationId } = await near();
    for (const [name, asking, code] of [
      [
        'POST /me/signups/:signupId/swaps',
        { params: { signupId }, body: { requestKey: requestKey(), kind: 'hand-over' } },
        'signup.unknown',
      ],
      [
        'POST /me/shifts/:shiftId/way-out',
        {
          params: { shiftId: missedShiftId },
          body: { requestKey: requestKey(), outAt: deviceTime, reason: '忘了' },
        },
        'way-out.not-missing',
      ],
      [
        'POST /me/ways-out/:proposalId/answer',
        { params: { proposalId }, body: { requestKey: requestKey(), agree: true } },
        'way-out.unknown',
      ],
      [
        'POST /me/qualifications/:qualificationId/withdraw',
        { params: { qualificationId }, body: { requestKey: requestKey() } },
        'qualification.unknown',
      ],
    ] as const) {
      const route = routes.find((each) => nameOf(each) === name) as Route;
      expect([name, (await ask(route, asking, 'near-worker')).code]).toEqual([name, code]);
    }
  });

  it('never takes the word of staff about themselves: trainings, consents, ways out', async () => {
    const { shiftId, missedShiftId, qualificationId, proposalId } = await near();
    await app.seed(async (tx) => {
      for (const table of ['qualification', 'way_out', 'attendance'])
        await tx.query(
          `UPDATE ${table} SET person_id = ? WHERE ${table === 'attendance' ? 'shift_id' : 'id'} = ?`,
          [
            'near-worker',
            table === 'qualification' ? qualificationId : table === 'way_out' ? proposalId : missedShiftId,
          ],
        );
      await tx.query('UPDATE way_out SET proposed_by = ? WHERE id = ?', ['near-worker', proposalId]);
    });
    const self = { volunteerId: 'near-worker', shiftId, missedShiftId, qualificationId, proposalId };
    for (const [name, code] of [
      ['POST /staff/qualifications/:qualificationId/decision', 'qualification.own'],
      ['POST /staff/shifts/:shiftId/trainings', 'qualification.own'],
      ['POST /staff/shifts/:shiftId/ways-out', 'way-out.own'],
      ['POST /staff/ways-out/:proposalId/answer', 'way-out.own'],
    ] as const) {
      const route = routes.find((each) => nameOf(each) === name) as Route;
      const asking = STAFF_CALLS[name]?.(self as unknown as World) ?? {};
      expect([name, (await ask(route, asking, 'near-worker')).code]).toEqual([name, code]);
    }
  });

  it('never lets anybody decide about their own corrections and entries, nor an author about what they entered', async () => {
    const decisions = [
      ['/staff/corrections/:correctionId/reply', 'correction', 'near-worker'],
      ['/staff/corrections/:correctionId/reply', 'correction', 'street-worker'],
      ['/staff/corrections/:correctionId/decision', 'correction', 'street-worker'],
      ['/staff/corrections/:correctionId/decision', 'correction', 'district-administrator'],
      ['/staff/manual-entries/:entryId/decision', 'manual_entry', 'street-worker'],
      ['/staff/manual-entries/:entryId/decision', 'manual_entry', 'district-administrator'],
    ] as const;
    for (const [path, table, who] of decisions) {
      const world = await near();
      const { correctionId, escalatedId, entryId } = world;
      const route = routes.find((each) => each.path === path) as Route;
      const own = (column: string) =>
        app.seed((tx) =>
          tx.query(`UPDATE ${table} SET ${column} = ? WHERE id IN (?, ?, ?)`, [
            who,
            correctionId,
            escalatedId,
            entryId,
          ]),
        );
      const code = async () => (await ask(route, STAFF_CALLS[nameOf(route)]?.(world) ?? {}, who)).code;
      await own('person_id');
      expect([path, who, await code()]).toEqual([path, who, 'hours.own-record']);
      if (table === 'manual_entry') {
        await app.seed((tx) =>
          tx.query("UPDATE manual_entry SET person_id = 'resident' WHERE id = ?", [entryId]),
        );
        await own('author_id');
        expect([path, who, await code()]).toEqual([path, who, 'entry.own-entry']);
      }
    }
  });

  it("never shows anybody else's corrections, nor acts on them", async () => {
    const { correctionId, recordId } = await near();
    for (const [method, path, params] of [
      ['GET', '/me/corrections/:correctionId', { correctionId }],
      ['POST', '/me/corrections/:correctionId/escalate', { correctionId }],
      ['POST', '/me/corrections/:correctionId/withdrawal', { correctionId }],
      ['POST', '/me/hours/:recordId/corrections', { recordId }],
    ] as const) {
      const route = routes.find((each) => each.path === path && each.method === method) as Route;
      const body = {
        requestKey: requestKey(),
        reason: '不是我的',
        wrong: 'other',
        words: '不是我的',
        pictureIds: [],
      };
      const { code } = await ask(route, { params, ...(method === 'POST' && { body }) }, 'near-worker');
      expect([path, code]).toEqual([path, 'recordId' in params ? 'hours.unknown' : 'correction.unknown']);
    }
  });

  it("never shows a certificate to anybody but its holder, nor lets a holder's staff role take it back", async () => {
    const { certificateId, organizationId } = await near();
    for (const path of ['/me/certificates/:certificateId', '/me/certificates/:certificateId/pdf']) {
      const route = routes.find((each) => each.path === path) as Route;
      const { code } = await ask(route, { params: { certificateId } }, 'district-administrator');
      expect([path, code]).toEqual([path, 'certificate.unknown']);
    }
    // Whoever asks is the holder: there is no field that names another person.
    const issue = routes.find((each) => nameOf(each) === 'POST /me/certificates') as Route;
    const body = { requestKey: requestKey(), unitId: organizationId, from: '2026-01-01', to: '2026-11-20' };
    expect((await ask(issue, { body: { ...body, personId: 'volunteer' } }, 'near-worker')).code).toBe(
      'certificate.nothing-confirmed',
    );
    await app.seed((tx) =>
      tx.query('UPDATE certificate SET person_id = ? WHERE id = ?', [
        'district-administrator',
        certificateId,
      ]),
    );
    const revoke = routes.find((each) => each.path === '/staff/certificates/:certificateId/revoke') as Route;
    const asking = { params: { certificateId }, body: { requestKey: requestKey(), reason: '记录有误' } };
    expect((await ask(revoke, asking, 'district-administrator')).code).toBe('certificate.own');
  });

  it('never lets anybody decide about their own hours', async () => {
    const world = await near();
    await app.seed((tx) =>
      tx.query('UPDATE hour_record SET person_id = ? WHERE id = ?', ['near-worker', world.recordId]),
    );
    const reject = routes.find((each) => each.path === '/staff/hours/:recordId/reject') as Route;
    const confirm = routes.find((each) => each.path === '/staff/hours/confirm') as Route;
    expect((await ask(reject, STAFF_CALLS[nameOf(reject)]?.(world) ?? {}, 'near-worker')).code).toBe(
      'hours.own-record',
    );
    const { text } = await ask(confirm, STAFF_CALLS[nameOf(confirm)]?.(world) ?? {}, 'near-worker');
    expect(JSON.parse(text)).toEqual({
      confirmed: [],
      refused: [{ id: world.recordId, code: 'hours.own-record' }],
    });
  });
});

/** Another signature for sure: the last characters of base64url hold bits that do not count. */
const forged = (token: string) =>
  token.replace(
    /\.([^.])([^.]*)$/,
    (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
  );

/** Of a page; a file has none. */
const cursorOf = (text: string) => /"nextCursor":"([^"]+)"/.exec(text)?.[1] ?? null;
const narrowed = (route: Route) => route.access.kind === 'staff' && route.access.of === 'own-scope';
const cancelBody = (route: Route) => (route.method === 'POST' ? { requestKey: requestKey() } : undefined);

/** An id for every parameter that is not given: the access check comes before the object is looked for. */
function withParams(route: Route, asking: Asking): Asking {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => String(name));
  return {
    ...asking,
    params: Object.fromEntries(names.map((name) => [name, asking.params?.[name] ?? 'nothing'])),
  };
}
