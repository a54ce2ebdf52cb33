/** Real: the app on a port, both databases, the key that signs, the PDF. Not real: the clock; hour records are written straight into the table. */
import { beforeEach, expect, it } from '@jest/globals';
import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import type { CertificateView } from '@xiaolin/shared-types/certificates/schema';
import { readStatement, STATEMENT_PURPOSE } from '@xiaolin/shared-types/certificates/statement';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { insertRows } from '../../../platform/db/rows.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { confirmedRecords } from '../../../test/certificate-builders.js';
import { HourVersions } from '../../hours/index.js';
import { Ledger } from '../../ledger/index.js';

onRunningApp('certificates', (app) => {
  let keys = 0;
  const key = () => `certificate-key-${(keys += 1)}`;
  let student = '';
  let seeded = false;
  const YEAR = { from: '2026-01-01', to: '2026-11-20' };

  beforeEach(async () => {
    app().clock.set('2026-11-24T02:00:00.000Z');
    await app().seed(async (tx) => {
      if (!seeded) {
        const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
        await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
        await anOrganization(tx, { id: 'beside', name: '联大社区' });
        for (const id of ['worker', 'head', 'far-head', 'street-head']) await aPerson(tx, { id, name: id });
        await aMembership(tx, 'worker', 'here');
        await aMembership(tx, 'head', 'here', 'administrator');
        await aMembership(tx, 'street-head', 'street', 'administrator');
        await aMembership(tx, 'far-head', 'beside', 'administrator');
      }
      seeded = true;
      student = (await aPerson(tx, { name: '欧阳思远' })).id;
    });
  });

  const records = (minutes: readonly number[], given: object = {}, unit = 'here', who = student) =>
    app().seed((tx) => confirmedRecords(tx, who, unit, { minutes, ...given }));
  const issue = (given: object = {}, as = student, requestKey = key()) =>
    app().call(routes.issue, { body: { requestKey, unitId: 'here', ...YEAR, ...given }, as });
  const preview = async (given: object = {}) =>
    valueOf(await app().call(routes.preview, { query: { unitId: 'here', ...YEAR, ...given }, as: student }));
  const verify = async (number: string) => valueOf(await app().call(routes.verify, { params: { number } }));
  const show = async ({ id }: CertificateView) =>
    valueOf(await app().call(routes.show, { params: { certificateId: id }, as: student }));
  const revoke = (certificateId: string, as: string, reason = '记录有误', requestKey = key()) =>
    app().call(routes.revoke, { params: { certificateId }, body: { requestKey, reason }, as });
  const amend = (recordId: string, minutes: number) =>
    app().seed((tx) =>
      app()
        .get(HourVersions)
        .amend(tx, recordId, {
          minutes,
          reason: '现场核对',
          source: 'review',
          by: { actorId: 'worker', role: 'worker', scopeId: 'here' },
        }),
    );
  const voidIt = (recordId: string) =>
    app().seed((tx) =>
      app()
        .get(HourVersions)
        .void(tx, recordId, {
          reason: '没有来',
          by: { actorId: 'worker', role: 'worker', scopeId: 'here' },
        }),
    );
  const messages = async () => {
    await app().deliverOutbox();
    const { items } = valueOf(await app().call(inboxRoutes.list, { query: {}, as: student }));
    return items.filter(({ kind }) => kind.startsWith('certificate.'));
  };

  it('art. 15: states service time, content and recording unit, and freezes them', async () => {
    await records([95, 100]);
    const certificate = valueOf(await issue());
    expect(certificate).toMatchObject({
      state: 'issued',
      unitName: '万溪冲社区',
      holderName: '欧阳思远',
      totalMinutes: 195,
      recordCount: 2,
      issuedOn: '2026-11-24',
      ...YEAR,
    });
    await app().seed((tx) => tx.query("UPDATE activity SET title = '改过的名字'"));
    await app().seed((tx) => tx.query("UPDATE person SET display_name = '改过的人' WHERE id = ?", [student]));
    expect(await show(certificate)).toEqual(certificate);
    expect((await preview()).records[0]).toMatchObject({
      day: '2026-03-01',
      serviceName: '花田清理',
      content: '引导员：在入口引导来访的人',
      placeName: '万溪冲梨园',
      minutes: 95,
      responsibleName: '李主任',
    });
  });

  it('art. 14: prints no name that its holder chose since, and two names on no paper', async () => {
    const rename = (name: string) =>
      app().seed((tx) => tx.query('UPDATE person SET display_name = ? WHERE id = ?', [name, student]));
    const [first, second] = await records([95, 100]);
    await amend(first ?? '', 90);
    await rename('别人的名字');
    expect((await preview()).holderName).toBe('欧阳思远');
    expect(valueOf(await issue()).holderName).toBe('欧阳思远');
    await amend(second ?? '', 80);
    expect(codeOf(await issue())).toBe('certificate.names-differ');
    const asked = await app().call(routes.preview, { query: { unitId: 'here', ...YEAR }, as: student });
    expect(codeOf(asked)).toBe('certificate.names-differ');
    await app().seed((tx) =>
      insertRows(tx, 'student_profile', [
        {
          person_id: student,
          university_id: 'here',
          school_id: null,
          student_number: student.slice(0, 30),
          real_name: '欧阳 思远',
          verified_at: '2026-11-01T00:00:00.000Z',
        },
      ]),
    );
    expect(valueOf(await issue()).holderName).toBe('欧阳 思远');
    await app().seed((tx) =>
      tx.query('UPDATE student_profile SET verified_at = NULL WHERE person_id = ?', [student]),
    );
    expect(codeOf(await issue())).toBe('certificate.names-differ');
  });

  it('art. 19: only confirmed minutes count; what waits, was rejected or earned nothing does not', async () => {
    await records([60]);
    await records([70], { status: 'pending' });
    await records([80], { status: 'rejected' });
    await records([0]);
    expect(await preview()).toMatchObject({ totalMinutes: 60, recordCount: 1, pendingMinutes: 70 });
    expect(valueOf(await issue())).toMatchObject({ totalMinutes: 60, recordCount: 1 });
  });

  it('art. 26: who recorded certifies; two units never come on one paper', async () => {
    await records([60]);
    await records([90], { unitName: '联大社区' }, 'beside');
    const { items } = valueOf(await app().call(routes.units, { as: student }));
    expect(items.map(({ unitId, minutes }) => [unitId, minutes]).sort()).toEqual([
      ['beside', 90],
      ['here', 60],
    ]);
    expect(valueOf(await issue())).toMatchObject({ unitName: '万溪冲社区', totalMinutes: 60 });
    expect(valueOf(await issue({ unitId: 'beside' }))).toMatchObject({
      unitName: '联大社区',
      totalMinutes: 90,
    });
    expect(codeOf(await issue({ unitId: 'street' }))).toBe('certificate.nothing-confirmed');
    expect(codeOf(await issue({ unitId: 'nowhere' }))).toBe('organization.unknown');
  });

  it('keeps to the period, by district days', async () => {
    await records([60, 70, 80], { firstDay: '2026-03-01' });
    expect(await preview({ from: '2026-03-02', to: '2026-03-02' })).toMatchObject({ totalMinutes: 70 });
    for (const period of [
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '2026-03-02', to: '2026-11-25' },
      { from: '2010-01-01', to: '2026-03-01' },
    ])
      expect(codeOf(await issue(period))).toBe('certificate.period-invalid');
    expect(codeOf(await issue({ from: '2025-01-01', to: '2025-02-01' }))).toBe(
      'certificate.nothing-confirmed',
    );
  });

  it("issues once for one press, and only the caller's own", async () => {
    const ids = await records([60]);
    const requestKey = key();
    const certificate = valueOf(await issue({}, student, requestKey));
    expect(valueOf(await issue({}, student, requestKey))).toEqual(certificate);
    expect(codeOf(await issue({ to: '2026-11-19' }, student, requestKey))).toBe('request.key-reused');
    expect(codeOf(await issue({}, 'worker'))).toBe('certificate.nothing-confirmed');
    for (const as of ['worker', 'head'])
      for (const route of [routes.show, routes.pdf] as const)
        expect(codeOf(await app().call(route, { params: { certificateId: certificate.id }, as }))).toBe(
          'certificate.unknown',
        );
    const rows = await app().uow.read((tx) =>
      tx.query<{ status: string }>('SELECT status FROM hour_record WHERE id = ?', [ids[0]]),
    );
    expect(rows).toEqual([{ status: 'certified' }]);
    const trail = await app().uow.read((tx) =>
      tx.query('SELECT actor_id, actor_role, action FROM journal WHERE subject_id = ?', [certificate.id]),
    );
    expect(trail).toEqual([{ actor_id: student, actor_role: 'volunteer', action: 'issued' }]);
  });

  it('gives a new number for the same period, and the old one gives way', async () => {
    await records([60]);
    const first = valueOf(await issue());
    expect(await preview()).toMatchObject({ replaces: first.number });
    const second = valueOf(await issue());
    expect(second.number).not.toBe(first.number);
    expect(await verify(first.number)).toMatchObject({ state: 'superseded', supersededBecause: 'reissued' });
    expect(await verify(second.number)).toMatchObject({ state: 'issued' });
    const half = valueOf(await issue({ to: '2026-06-30' }));
    expect(await verify(second.number)).toMatchObject({ state: 'issued' });
    const { items } = valueOf(await app().call(routes.mine, { query: { limit: '2' }, as: student }));
    expect(items).toHaveLength(2);
    expect(items.map(({ number }) => number)).toContain(half.number);
    expect(await messages()).toEqual([]);
  });

  it('art. 17: anybody verifies it without an account, and learns nothing else (art. 16)', async () => {
    await records([1_593]);
    const { number } = valueOf(await issue());
    expect(number).toMatch(/^ZM26(-[0-9A-Z]{4}){3}$/);
    expect(await verify(number.toLowerCase().replaceAll('-', ' '))).toEqual({
      number,
      state: 'issued',
      supersededBecause: null,
      holder: '欧**',
      unitName: '万溪冲社区',
      ...YEAR,
      totalMinutes: 1_593,
      issuedOn: '2026-11-24',
    });
    const wrong = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`;
    for (const guess of [wrong, 'ZM26-0000-0000-0000', 'x', '%00'])
      expect(codeOf(await app().call(routes.verify, { params: { number: guess } }))).toBe(
        'certificate.unknown',
      );
  });

  it('carries a statement that anybody checks with the published key, without the name', async () => {
    await records([95, 100]);
    const certificate = valueOf(await issue());
    const read = readStatement(certificate.address);
    const head = await app().uow.read((tx) => app().get(Ledger).head(tx, 'here'));
    expect(read?.statement).toEqual({
      number: certificate.number,
      unitName: '万溪冲社区',
      holder: '欧**',
      ...YEAR,
      minutes: 195,
      records: 2,
      issuedOn: '2026-11-24',
      ledger: { sequence: head?.sequence, head: head?.hash.slice(0, 16) },
    });
    const signature = Buffer.from(read?.signature ?? []).toString('base64url');
    const signed = { keyId: read?.keyId ?? '', signature };
    const signingKeys = app().get(SigningKeys);
    expect(signingKeys.verify(STATEMENT_PURPOSE, read?.bytes ?? new Uint8Array(), signed)).toBe(true);
    expect(Buffer.from(read?.bytes ?? []).includes('欧阳思远')).toBe(false);
    expect(certificate.address.length).toBeLessThan(330);
  });

  it('says at once that a record was amended, and tells the volunteer once', async () => {
    const [first = '', second = ''] = await records([60, 70]);
    const certificate = valueOf(await issue());
    await amend(first, 30);
    // Nothing was delivered yet: the state is derived as it is read.
    expect(await verify(certificate.number)).toMatchObject({
      state: 'superseded',
      supersededBecause: 'amended',
      totalMinutes: 130,
    });
    expect(await show(certificate)).toMatchObject({ state: 'superseded', totalMinutes: 130 });
    await amend(second, 20);
    expect(await messages()).toMatchObject([
      { kind: 'certificate.superseded', facts: { number: certificate.number, unitName: '万溪冲社区' } },
    ]);
    const next = valueOf(await issue());
    expect(next).toMatchObject({ totalMinutes: 50, state: 'issued' });
    expect(await verify(certificate.number)).toMatchObject({ supersededBecause: 'amended' });
    expect(await messages()).toHaveLength(1);
  });

  it('says at once that a record was voided', async () => {
    const [first = ''] = await records([60, 70]);
    const certificate = valueOf(await issue());
    await voidIt(first);
    expect(await verify(certificate.number)).toMatchObject({
      state: 'superseded',
      supersededBecause: 'amended',
    });
    expect(valueOf(await issue())).toMatchObject({ totalMinutes: 70 });
  });

  it('is revoked by an administrator of its unit alone, with a reason, once', async () => {
    await records([60]);
    const { id, number } = valueOf(await issue());
    expect(codeOf(await revoke(id, 'worker'))).toBe('access.not-staff');
    expect(codeOf(await revoke(id, 'far-head'))).toBe('access.out-of-scope');
    expect(codeOf(await revoke('nothing', 'head'))).toBe('certificate.unknown');
    const requestKey = key();
    expect(valueOf(await revoke(id, 'head', '记录有误', requestKey))).toMatchObject({
      state: 'revoked',
      mayRevoke: false,
    });
    expect(codeOf(await revoke(id, 'head', '记录有误', requestKey))).toBe('ok');
    expect(codeOf(await revoke(id, 'street-head'))).toBe('certificate.already-revoked');
    expect(await verify(number)).toMatchObject({ state: 'revoked' });
    expect(await messages()).toMatchObject([
      { kind: 'certificate.revoked', facts: { number, reason: '记录有误' } },
    ]);
  });

  it('self: an administrator revokes no certificate of their own, nor sees a button for it', async () => {
    await records([60], {}, 'here', 'head');
    const { id } = valueOf(await issue({}, 'head'));
    expect(codeOf(await revoke(id, 'head'))).toBe('certificate.own');
    const list = async (as: string) =>
      valueOf(await app().call(routes.listForStaff, { query: { limit: '100' }, as })).items.find(
        (each) => each.id === id,
      );
    const may = async (as: string) => (await list(as))?.mayRevoke;
    expect([await may('head'), await may('worker'), await may('street-head'), await may('far-head')]).toEqual(
      [false, false, true, undefined],
    );
  });

  it('art. 14: gives the paper again, byte for byte, whatever happened since', async () => {
    const [first = ''] = await records([95, 100]);
    const certificate = valueOf(await issue());
    const paper = async () =>
      valueOf(await app().call(routes.pdf, { params: { certificateId: certificate.id }, as: student }));
    const before = await paper();
    expect(before.slice(0, 5)).toBe('%PDF-');
    await amend(first, 30);
    await app().seed((tx) => tx.query("UPDATE organization SET name = '新名字' WHERE id = 'here'"));
    expect(await paper()).toBe(before);
    await app().seed((tx) => tx.query("UPDATE organization SET name = '万溪冲社区' WHERE id = 'here'"));
  });
});
