/** Real: the app on a port, both databases, Ed25519. Not real: the clock. */
import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { bytesOf } from '@xiaolin/shared-types/attendance/pass-code';
import { offlineRoutes } from '@xiaolin/shared-types/attendance/offline-routes';
import { attendanceRoutes as routes } from '@xiaolin/shared-types/attendance/routes';
import { OfflineRosterContent } from '@xiaolin/shared-types/attendance/schema';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { signingRoutes } from '@xiaolin/shared-types/signing/routes';
import * as v from 'valibot';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../../../test/shift-builders.js';

const START = '2026-11-28T06:00:00.000Z';
const END = '2026-11-28T08:00:00.000Z';

onRunningApp('attendance without a network, over HTTP', (app) => {
  let shiftId = '';
  let student = '';
  let serial = 0;
  const key = () => `offline-${String((serial += 1)).padStart(6, '0')}`;

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['neighbour', 'beside'],
      ] as const) {
        await aPerson(tx, { id: person });
        await aMembership(tx, person, unit);
      }
      await aPlainActivity(tx, { id: 'activity', organizationId: 'here' });
    });
  });
  beforeEach(async () => {
    app().clock.set(START);
    serial += 1;
    student = `student-${serial}`;
    shiftId = await app().seed(async (tx) => {
      await aPerson(tx, { id: student, name: '欧阳小雨', phone: '13800001234' });
      const { id } = await aShift(tx, {
        activityId: 'activity',
        organizationId: 'here',
        startsAt: START,
        endsAt: END,
      });
      await confirmedPlaces(tx, id, [student]);
      return id;
    });
  });

  const roster = (as = 'worker', of = shiftId) =>
    app().call(offlineRoutes.offlineRoster, { params: { shiftId: of }, as });
  const passes = async (as = student) => valueOf(await app().call(routes.passes, { as })).passes;
  const siteCode = async (direction: 'in' | 'out') =>
    valueOf(await app().call(routes.siteCode, { params: { shiftId }, query: { direction }, as: 'worker' }));

  it('gives the desk a signed list with public keys and masked names, until ways out close', async () => {
    const given = valueOf(await roster());
    const { keys } = valueOf(await app().call(signingRoutes.keys, {}));
    const signer = keys.find(({ keyId }) => keyId === given.keyId);
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: signer?.publicKey ?? '' },
      format: 'jwk',
    });
    const isSigned = (payload: string) =>
      verify(
        null,
        signedMessage('offline-roster', bytesOf(payload)),
        publicKey,
        Buffer.from(given.signature, 'base64url'),
      );
    expect(isSigned(given.payload)).toBe(true);
    expect(isSigned(given.payload.replace('scheduled', 'computed'))).toBe(false);
    expect(given.payload).toMatch(/^[\x20-\x7e]*$/);
    const content = v.parse(OfflineRosterContent, JSON.parse(given.payload));
    const [pass] = await passes();
    expect(content).toMatchObject({
      shiftId,
      validUntil: '2026-11-28T10:00:00.000Z',
      volunteers: [{ passId: pass?.passId, maskedName: '欧**', state: 'scheduled' }],
    });
    // No key that makes codes, nothing to telephone, and no name leaves with it.
    for (const secret of [pass?.seed, pass?.typedKey, '13800001234', '欧阳', student])
      expect(JSON.stringify(content)).not.toContain(secret);
  });

  it('gives it to nobody else, and not when it is over', async () => {
    expect(codeOf(await roster('neighbour'))).toBe('access.out-of-scope');
    expect(codeOf(await roster(student))).toBe('access.not-staff');
    expect(codeOf(await roster('worker', 'nowhere'))).toBe('shift.unknown');
    app().clock.set('2026-11-28T10:00:00.001Z');
    expect(codeOf(await roster())).toBe('attendance.roster-over');
  });

  it('gives each volunteer the passes of their own next shifts, and of no other', async () => {
    app().clock.set('2026-11-26T05:59:59.000Z');
    expect(await passes()).toEqual([]);
    app().clock.set('2026-11-26T06:00:01.000Z');
    expect((await passes()).map((pass) => pass.shiftId)).toEqual([shiftId]);
    expect(await passes('neighbour')).toEqual([]);
    app().clock.set('2026-11-28T10:00:00.001Z');
    expect(await passes()).toEqual([]);
  });

  it('takes a batch over the wire, each scan with an answer of its own', async () => {
    const shown = await siteCode('in');
    app().clock.set('2026-11-28T07:00:00.000Z');
    const scan = (code: string) => ({ requestKey: key(), code, deviceTime: START });
    const { results } = valueOf(
      await app().call(routes.syncSiteScans, {
        body: {
          phoneTime: '2026-11-28T07:00:00.000Z',
          device: 'an-installation-0001',
          scans: [
            scan(shown.code),
            { ...scan(shown.typed), shiftId },
            scan('https://example.org/'),
            scan(shown.typed),
          ],
        },
        as: student,
      }),
    );
    expect(results.map((result) => (result.kind === 'refused' ? result.code : result.kind))).toEqual([
      'recorded',
      'recorded',
      'attendance.code-invalid',
      'attendance.code-invalid',
    ]);
    expect(results[0]).toMatchObject({ outcome: { late: true, at: START, repeated: false } });
    expect(results[1]).toMatchObject({ outcome: { repeated: true } });
  });

  it('bounds a batch', async () => {
    const scans = Array.from({ length: 201 }, () => ({
      requestKey: key(),
      code: 'AAAAAAAA',
      deviceTime: START,
    }));
    const ask = (some: typeof scans) =>
      app().call(routes.syncSiteScans, { body: { phoneTime: START, scans: some }, as: student });
    expect(codeOf(await ask(scans))).toBe('request.invalid');
    expect(codeOf(await ask([]))).toBe('request.invalid');
  });

  it('keeps consent to being asked for the place by itself, with its moment, and lets it be taken back', async () => {
    const read = async () => valueOf(await app().call(offlineRoutes.placeConsent, { as: student }));
    const set = (given: boolean) =>
      app().call(offlineRoutes.setPlaceConsent, { body: { given }, as: student });
    expect(await read()).toEqual({ given: false, since: null });
    expect(valueOf(await set(true))).toEqual({ given: true, since: START });
    app().clock.advance(5);
    expect(valueOf(await set(true))).toEqual({ given: true, since: START });
    expect(valueOf(await set(false))).toEqual({ given: false, since: '2026-11-28T06:05:00.000Z' });
    expect(await read()).toEqual({ given: false, since: '2026-11-28T06:05:00.000Z' });
    const trail = await app().seed((tx) =>
      tx.query(
        "SELECT action FROM journal WHERE subject_kind = 'place-consent' AND subject_id = ? ORDER BY id",
        [student],
      ),
    );
    expect(trail).toEqual([{ action: 'given' }, { action: 'withdrawn' }]);
  });

  it('asks for the place only where staff turned that on and the site is on the map', async () => {
    const set = (radiusMetres: 200 | null, as = 'worker') =>
      app().call(offlineRoutes.setPlaceCheck, { params: { shiftId }, body: { radiusMetres }, as });
    const site = async () =>
      valueOf(await app().call(routes.mine, { query: { when: 'coming' }, as: student })).items[0]?.site;
    expect(codeOf(await set(200))).toBe('attendance.no-coordinates');
    expect(codeOf(await set(200, 'neighbour'))).toBe('access.out-of-scope');
    await app().seed((tx) =>
      tx.query("UPDATE activity SET latitude = 24.8, longitude = 102.8 WHERE id = 'activity'"),
    );
    expect(await site()).toBeNull();
    expect(valueOf(await set(200))).toEqual({ radiusMetres: 200 });
    expect(await site()).toEqual({ latitude: 24.8, longitude: 102.8, radiusMetres: 200 });
    valueOf(await set(null));
    expect(await site()).toBeNull();
    await app().seed((tx) =>
      tx.query("UPDATE activity SET latitude = NULL, longitude = NULL WHERE id = 'activity'"),
    );
  });
});
