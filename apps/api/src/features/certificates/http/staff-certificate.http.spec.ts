/** Real: the app on a port, both databases, the stream. Not real: the clock; hour records are written straight into the table. */
import { deflateSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { confirmedRecords } from '../../../test/certificate-builders.js';

onRunningApp('what the recording unit does beside certificates', (app) => {
  beforeAll(async () => {
    app().clock.set('2026-11-24T02:00:00.000Z');
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street', name: '吴家营街道' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', name: '联大社区' });
      for (const id of ['worker', 'head', 'far', 'street-worker']) await aPerson(tx, { id, name: id });
      await aMembership(tx, 'worker', 'here');
      await aMembership(tx, 'head', 'here', 'administrator');
      await aMembership(tx, 'far', 'beside', 'administrator');
      await aMembership(tx, 'street-worker', 'street');
      await aPerson(tx, { id: 'student', name: '=杨,思远' });
      await confirmedRecords(tx, 'student', 'here', { minutes: [95, 100], title: '@花田"清理"' });
      await confirmedRecords(tx, 'student', 'here', { minutes: [70], status: 'pending' });
      await confirmedRecords(tx, 'student', 'beside', { minutes: [200] });
    });
  });

  const file = async (as: string, organizationId = 'here', given: object = {}) => {
    const query = { from: '2026-01-01', to: '2026-11-20', ...given };
    const answer = await app().call(routes.exportHours, { params: { organizationId }, query, as });
    return answer.ok ? Buffer.from(answer.value, 'latin1').toString('utf8') : answer.problem.code;
  };

  it('art. 4: exports the confirmed records of its scope for entry by hand, and formulas stay text', async () => {
    const lines = (await file('worker')).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff记录编号,志愿者姓名,记录单位,服务名称,/);
    expect(lines).toHaveLength(4);
    expect(lines[1]?.replace(/^[^,]+/, 'ID')).toBe(
      `ID,"'=杨,思远",万溪冲社区,"'@花田""清理""",在入口引导来访的人,2026-03-01,14:00,18:00,万溪冲梨园,李主任,95,1.5,,`,
    );
    expect((await file('street-worker', 'street')).split('\r\n')).toHaveLength(4);
    expect(
      (await file('worker', 'here', { from: '2026-03-02', to: '2026-03-02' })).split('\r\n'),
    ).toHaveLength(3);
  });

  it('exports nothing outside its scope, and keeps who took it', async () => {
    expect(await file('far')).toBe('access.out-of-scope');
    expect(await file('student')).toBe('access.not-staff');
    expect(await file('worker', 'street')).toBe('access.out-of-scope');
    expect(await file('worker', 'here', { from: '2026-03-02', to: '2026-03-01' })).toBe(
      'certificate.period-invalid',
    );
    const trail = await app().uow.read((tx) =>
      tx.query("SELECT DISTINCT actor_id FROM journal WHERE action = 'hours-exported' ORDER BY actor_id"),
    );
    expect(trail).toEqual([{ actor_id: 'street-worker' }, { actor_id: 'worker' }]);
  });

  it('streams more than one page of rows, each once', async () => {
    const many = Array.from({ length: 620 }, (_, at) => 30 + (at % 60));
    await app().seed(async (tx) => {
      await aPerson(tx, { id: 'busy', name: '忙人' });
      await confirmedRecords(tx, 'busy', 'beside', { minutes: many, firstDay: '2024-01-01' });
    });
    const lines = (await file('far', 'beside', { from: '2024-01-01', to: '2025-12-31' }))
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(621);
    expect(new Set(lines).size).toBe(621);
  });

  it('sets a seal that is a picture, by an administrator of the unit', async () => {
    const save = (image: string | null, as = 'head') =>
      app().call(routes.saveSeal, { params: { organizationId: 'here' }, body: { image }, as });
    const show = async () =>
      valueOf(await app().call(routes.seal, { params: { organizationId: 'here' }, as: 'worker' })).image;
    expect(await show()).toBeNull();
    const seal = aSeal();
    expect(codeOf(await save(seal, 'worker'))).toBe('access.not-staff');
    expect(codeOf(await save(seal, 'far'))).toBe('access.out-of-scope');
    for (const unfit of ['AAAA', seal.slice(0, 80), aSeal(100), aSeal(300, Buffer.from('no picture at all'))])
      expect(codeOf(await save(unfit))).toBe('certificate.seal-unfit');
    expect(codeOf(await save('A'.repeat(60_000)))).toBe('request.invalid');
    expect(valueOf(await save(seal))).toEqual({ image: seal });
    expect(await show()).toBe(seal);
    expect(valueOf(await save(null))).toEqual({ image: null });
    expect(await show()).toBeNull();
  });
});

/** A red square, as PNG. */
function aSeal(size = 300, data?: Buffer): string {
  const chunk = (type: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(size * 3, Buffer.of(200, 16, 46))]);
  const pixels = data ?? deflateSync(Buffer.concat(Array.from({ length: size }, () => line)));
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
}
