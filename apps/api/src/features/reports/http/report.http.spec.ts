/** Real: the app on a port, both databases, the streams, the paper; files are read with readers that are not ours. */
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { reportRoutes as routes } from '@xiaolin/shared-types/reports/routes';
import type { OrderOccurrenceReport, ReportFormat } from '@xiaolin/shared-types/reports/schema';
import { parseCsv } from 'hucre/csv';
import { readSheet } from 'read-excel-file/node';
import { insertRows } from '../../../platform/db/rows.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson, people } from '../../../test/builders.js';
import { confirmedRecords } from '../../../test/certificate-builders.js';
import { hasPoppler, textOf } from '../../../test/poppler.js';
import { aPlainActivity, confirmedPlaces } from '../../../test/shift-builders.js';

type WithoutKey<T> = T extends unknown ? Omit<T, 'requestKey'> : never;
/** Kind by kind: each decides its other fields. */
type Asked = WithoutKey<OrderOccurrenceReport>;
const ROSTER = { kind: 'roster', format: 'csv', phonesReason: null } as const;

onRunningApp('reports', (app) => {
  let keys = 0;
  const requestKey = () => `report-key-${(keys += 1)}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', name: '联大社区' });
      for (const id of ['worker', 'far', 'street-worker', 'hasty']) await aPerson(tx, { id, name: id });
      await aMembership(tx, 'worker', 'here');
      await aMembership(tx, 'hasty', 'here');
      await aMembership(tx, 'far', 'beside');
      await aMembership(tx, 'street-worker', 'street');
      await aPlainActivity(tx, { id: 'garden', organizationId: 'here', title: '花田/清理' });
      await aLine(tx, { id: 'run', activityId: 'garden', organizationId: 'here', title: '花田/清理' });
      await aPerson(tx, { id: 'yang', name: '=杨,思远', phone: '13800000042' });
      await aPerson(tx, { id: 'duan', name: '段"奶奶"', phone: '13900000077' });
      await aPerson(tx, { id: 'gone', name: '已取消的人', phone: '13700000001' });
      await confirmedPlaces(tx, 'run', ['yang', 'duan', 'gone']);
      await tx.query("UPDATE signup SET status = 'cancelled' WHERE line_id = 'run' AND person_id = 'gone'");
      await tx.query("UPDATE signup SET seats = 3 WHERE line_id = 'run' AND person_id = 'duan'");
      const [duan] = await tx.query<{ id: string }>("SELECT id FROM signup WHERE person_id = 'duan'");
      const guest = { signup_id: duan?.id ?? '', dependant_id: null, kind: 'child' };
      await insertRows(tx, 'signup_guest', [
        { ...guest, seq: 1, name: '小孙子' },
        { ...guest, seq: 2, name: '@外孙' },
      ]);
    });
  });
  beforeEach(async () => {
    // Time goes on, so that what one spec ordered does not count in the next.
    app().clock.set(new Date(app().clock.now().getTime() + 3_600_000).toISOString());
    await Promise.resolve();
  });

  const order = (as: string, asked: Asked = ROSTER, occurrenceId = 'run', key = requestKey()) =>
    app().call(routes.orderOfOccurrence, {
      params: { occurrenceId },
      body: { ...asked, requestKey: key },
      as,
    });
  const fetched = async (as: string, reportId: string, format: ReportFormat) => {
    const answer = await app().call(routes[format], { params: { reportId }, as });
    return answer.ok ? Buffer.from(answer.value, 'latin1') : answer.problem.code;
  };
  const file = async (as: string, asked: Asked = ROSTER, occurrenceId = 'run'): Promise<Buffer> => {
    const { reportId, format } = valueOf(await order(as, asked, occurrenceId));
    const content = await fetched(as, reportId, format);
    if (typeof content === 'string') throw new Error(content);
    return content;
  };
  const csv = (content: Buffer) => parseCsv(content.subarray(3).toString('utf8'));

  it('gives the roster as CSV and as a workbook: the same lines, masked numbers, formulas as text, nobody who left', async () => {
    const lines = csv(await file('worker'));
    expect(lines[0]?.slice(0, 6)).toEqual(['序号', '姓名', '手机号', '状态', '人数', '同行的人']);
    expect(lines.slice(1).map((line) => line.slice(0, 6))).toEqual([
      ['1', "'=杨,思远", '138****0042', '已报名', '1', ''],
      ['2', '段"奶奶"', '139****0077', '已报名', '3', '小孙子、@外孙'],
    ]);
    const sheet = await readSheet(await file('worker', { ...ROSTER, format: 'xlsx' }));
    expect(sheet.map((row) => row.map((cell) => String(cell ?? '')))).toEqual(lines);
    expect(sheet[2]?.[4]).toBe(3);
  });

  it('gives numbers in full to whoever says why, and keeps who took what and the reason', async () => {
    const reason = '下雨改地点，逐个打电话';
    const lines = csv(await file('street-worker', { ...ROSTER, phonesReason: reason }));
    expect(lines.map((line) => line[2])).toEqual(['手机号', '13800000042', '13900000077']);
    const trail = await app().uow.read((tx) =>
      tx.query(
        "SELECT actor_id, after_state, reason, scope_id FROM journal WHERE action = 'report-ordered' AND actor_id = 'street-worker'",
      ),
    );
    expect(trail).toEqual([
      { actor_id: 'street-worker', after_state: 'roster csv phones', reason, scope_id: 'street' },
    ]);
    const blank = await order('worker', { ...ROSTER, phonesReason: ' ' });
    expect(codeOf(blank)).toBe('request.invalid');
  });

  it('names the file for people, without what no disk takes', async () => {
    const made = valueOf(await order('worker', { ...ROSTER, format: 'xlsx' }));
    expect(made).toMatchObject({ fileName: '花田 清理-名单-2026-12-01.xlsx', rows: 2, kind: 'roster' });
  });

  it('refuses everybody outside its scope, at the order and at the file', async () => {
    expect(codeOf(await order('far'))).toBe('access.out-of-scope');
    expect(codeOf(await order('yang'))).toBe('access.not-staff');
    expect(codeOf(await order('worker', ROSTER, 'nothing'))).toBe('occurrence.unknown');
    const { reportId } = valueOf(await order('worker'));
    expect(await fetched('far', reportId, 'csv')).toBe('access.out-of-scope');
    // Within the scope, but not theirs: their own order would be in the journal.
    expect(await fetched('street-worker', reportId, 'csv')).toBe('report.unknown');
    expect(await fetched('worker', reportId, 'xlsx')).toBe('report.unknown');
    expect(await fetched('worker', reportId, 'csv')).toBeInstanceOf(Buffer);
    await app().seed((tx) =>
      tx.query("UPDATE membership SET ends_at = '2020-06-01T00:00:00.000Z' WHERE person_id = 'worker'"),
    );
    expect(await fetched('worker', reportId, 'csv')).toBe('access.not-staff');
    await app().seed((tx) => tx.query("UPDATE membership SET ends_at = NULL WHERE person_id = 'worker'"));
    app().clock.set(new Date(app().clock.now().getTime() + 15 * 60_000).toISOString());
    expect(await fetched('worker', reportId, 'csv')).toBe('report.expired');
  });

  it('answers a repeated order with the first one, and counts it once', async () => {
    const key = requestKey();
    const first = valueOf(await order('worker', ROSTER, 'run', key));
    expect(valueOf(await order('worker', ROSTER, 'run', key))).toEqual(first);
    expect(codeOf(await order('worker', { ...ROSTER, format: 'xlsx' }, 'run', key))).toBe(
      'request.key-reused',
    );
  });

  it('stops whoever takes many lists of numbers, also when they are asked for at once', async () => {
    const withPhones = { ...ROSTER, phonesReason: '通知' };
    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => codeOf(await order('hasty', withPhones))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
    expect(codes.filter((code) => code === 'report.too-many')).toHaveLength(3);
    expect(codeOf(await order('hasty'))).toBe('ok');
  });

  it('gives the hours of the unit and those below it, latest versions only', async () => {
    await app().seed(async (tx) => {
      await aPerson(tx, { id: 'student', name: '和丽' });
      await confirmedRecords(tx, 'student', 'here', { minutes: [95], title: '@花田' });
      await confirmedRecords(tx, 'student', 'here', { minutes: [70], status: 'pending' });
      await confirmedRecords(tx, 'student', 'beside', { minutes: [200] });
    });
    const hours = (as: string, organizationId: string, period: object = {}) =>
      app().call(routes.orderOfHours, {
        params: { organizationId },
        body: { requestKey: requestKey(), format: 'xlsx', from: '2026-01-01', to: '2026-06-01', ...period },
        as,
      });
    const made = valueOf(await hours('street-worker', 'street'));
    expect(made).toMatchObject({ rows: 2, fileName: '吴家营街道-时长记录-2026-01-01-2026-06-01.xlsx' });
    const content = await fetched('street-worker', made.reportId, 'xlsx');
    const [, ...lines] = await readSheet(content as Buffer);
    expect(lines.map((line) => [line[0], line[1], line[2], line[6], line[7], line[8]]).sort()).toEqual([
      ['万溪冲社区', '和丽', "'@花田", 95, '1.5', '已确认'],
      ['万溪冲社区', '和丽', '花田清理', 70, '1.1', '待确认'],
    ]);
    expect(codeOf(await hours('far', 'here'))).toBe('access.out-of-scope');
    expect(codeOf(await hours('worker', 'here', { from: '2026-06-02' }))).toBe('report.period-invalid');
    expect(codeOf(await hours('worker', 'here', { from: '2023-06-02' }))).toBe('report.period-invalid');
  });

  it('streams 10,000 lines, each once, in memory that does not grow with them', async () => {
    await app().seed(async (tx) => {
      await aLine(tx, { id: 'big', activityId: 'garden', organizationId: 'here', capacity: 20_000 });
      const ids: string[] = [];
      for (let part = 0; part < 20; part += 1)
        ids.push(
          ...(await people(tx, 500, { name: '昆明呈贡居民', phone: '13800000000' })).map(({ id }) => id),
        );
      await confirmedPlaces(tx, 'big', ids);
    });
    const lines = csv(await file('worker', ROSTER, 'big'));
    expect(lines).toHaveLength(10_001);
    expect(new Set(lines.map(([number]) => number)).size).toBe(10_001);
    const sheet = await readSheet(await file('worker', { ...ROSTER, format: 'xlsx' }, 'big'));
    expect(sheet).toHaveLength(10_001);
  });

  it('prints the sign-in sheet: names, masked numbers, guests, page numbers; and refuses a book of it', async () => {
    const pdf = await file('worker', { kind: 'sign-in-sheet', format: 'pdf' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (hasPoppler) {
      const text = textOf(pdf);
      for (const part of [
        '花田/清理',
        '=杨,思远',
        '138****0042',
        '小孙子、@外孙',
        '第1页，共1页',
        '现场来的人',
      ])
        expect(text).toContain(part);
      for (const absent of ['13800000042', '已取消的人']) expect(text).not.toContain(absent);
    }
    expect(codeOf(await order('worker', { kind: 'sign-in-sheet', format: 'pdf' }, 'big'))).toBe(
      'report.too-large',
    );
  });

  it('sums up what took place, and says how each figure was counted', async () => {
    const summary = async () =>
      textOf(await file('worker', { kind: 'summary', format: 'pdf' })).replace(/\s+/g, '');
    if (!hasPoppler) return;
    expect(await summary()).toContain('没有用入场登记');
    await app().seed(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        "SELECT id FROM signup WHERE line_id = 'run' AND status = 'confirmed' ORDER BY position",
      );
      await insertRows(
        tx,
        'admission',
        rows.map(({ id }, at) => ({
          signup_id: id,
          line_id: 'run',
          admitted_seats: at === 0 ? 1 : 2,
          admitted_at: '2026-12-01T06:00:00.000Z',
          admitted_by: 'worker',
          excused_at: null,
          excuse_reason: null,
        })),
      );
      await tx.query("UPDATE signup SET status = 'attended' WHERE line_id = 'run' AND status = 'confirmed'");
      await insertRows(tx, 'feedback', [
        {
          id: 'words',
          signup_id: rows[0]?.id ?? '',
          activity_id: 'garden',
          score: 4,
          words: null,
          words_state: 'none',
          given_at: '2026-12-02T00:00:00.000Z',
        },
      ]);
    });
    const text = await summary();
    for (const part of [
      '2份报名，4个名额',
      '3人次',
      '2人',
      'sign-in',
      '4.0分（满分5分），1份评价，到场的报名有2份',
    ])
      expect(text).toContain(part);
  });
});
