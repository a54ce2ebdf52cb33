/**
 * Real: the app, both databases, the keys. Not real: the clock. Whoever tampers here holds the database and not the
 * signing key.
 */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { HEAD_PURPOSE, headStatement } from '@xiaolin/shared-types/ledger/head-statement';
import { insertRows } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { linkHash } from '../../../platform/hashing/link-hash.js';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { onRunningApp } from '../../../test/app.js';
import { aMembership, anOrganization, aPerson } from '../../../test/builders.js';
import { aPlainActivity, aShift } from '../../../test/shift-builders.js';
import { faultSentence, type LedgerFault } from '../rules/ledger-faults.js';
import { ConfirmHours } from './confirm-hours.js';
import { HourVersions } from './hour-versions.js';
import { ProvableHours } from './provable-hours.js';
import { RecordHours } from './record-hours.js';
import { RejectHours } from './reject-hours.js';
import { VerifyLedger } from './verify-ledger.js';

type Row = Record<string, string | number | null>;

const START = '2026-11-24T06:00:00.000Z';
const END = '2026-11-24T08:00:00.000Z';
const WORKER = { actorId: 'worker', role: 'worker', scopeId: 'here' };
const STREET = { actorId: 'overseer', role: 'worker', scopeId: 'street' };
const TABLES = ['hour_record', 'ledger_entry', 'ledger_head', 'ledger_signed_head'] as const;

onRunningApp('the ledger', (app) => {
  let kept: Record<(typeof TABLES)[number], Row[]>;
  /** One of each state, by what was done to it last. */
  const records: Record<string, string> = {};

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: 'here', parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'beside', parentPath: street.path });
      for (const [person, unit] of [
        ['worker', 'here'],
        ['overseer', 'street'],
      ] as const) {
        await aPerson(tx, { id: person });
        await aMembership(tx, person, unit);
      }
    });
    await story('here');
    await story('beside');
    // Three days later each of them has been signed.
    app().clock.set('2026-11-27T17:00:00.000Z');
    await app().runJobs();
    kept = await snapshot();
  });

  afterEach(async () => {
    await app().uow.run(async (tx) => {
      for (const table of TABLES) {
        await tx.query(`DELETE FROM ${table}`);
        await insertRows(tx, table, kept[table]);
      }
    });
  });

  /** Eight people at one shift of a unit, over two days. */
  async function story(unit: string): Promise<void> {
    app().clock.set('2026-11-24T08:05:00.000Z');
    const people = Array.from({ length: 8 }, (_, at) => `person-${unit}-${at}`);
    const { id: shiftId, activityId } = await app().seed(async (tx) => {
      for (const id of people) await aPerson(tx, { id });
      const activity = await aPlainActivity(tx, { organizationId: unit });
      const shift = await aShift(tx, {
        activityId: activity.id,
        organizationId: unit,
        startsAt: START,
        endsAt: END,
      });
      return { ...shift, activityId: activity.id };
    });
    const shift = {
      shiftId,
      activityId,
      recordingUnitId: unit,
      startsAt: START,
      endsAt: END,
      breakMinutes: 0,
    };
    const byHand = people.slice(7).map((personId) => ({
      shiftId,
      personId,
      minutes: 60,
      reason: '断网',
      evidence: '签到表',
      by: WORKER,
      approvedBy: STREET,
    }));
    await run((tx) =>
      app()
        .get(RecordHours)
        .execute(
          tx,
          shift,
          people.slice(0, 7).map((personId) => ({
            personId,
            inAt: START,
            outAt: END,
            ticked: false,
            by: { actorId: personId, role: 'volunteer', scopeId: null },
          })),
        ),
    );
    const rows = await app().uow.read((tx) =>
      tx.query<{ id: string }>('SELECT id FROM hour_record WHERE recording_unit_id = ? ORDER BY person_id', [
        unit,
      ]),
    );
    const [pending = '', rejected = '', ...confirmed] = rows.map(({ id }) => id);
    app().clock.set('2026-11-25T02:00:00.000Z');
    await app().get(RejectHours).execute('overseer', rejected, '没有来');
    await app()
      .get(ConfirmHours)
      .execute('overseer', { requestKey: `confirm-${unit}`, recordIds: confirmed });
    const [plain = '', amended = '', voided = '', certified = ''] = confirmed;
    const versions = app().get(HourVersions);
    await run((tx) =>
      versions.amend(tx, amended, { minutes: 90, reason: '早退', by: STREET, source: 'review' }),
    );
    await run((tx) => versions.void(tx, voided, { reason: '记错', by: STREET }));
    await run((tx) => app().get(ProvableHours).markCertified(tx, [certified], STREET));
    for (const entry of byHand) await run((tx) => versions.addManual(tx, entry));
    if (unit === 'here') Object.assign(records, { pending, rejected, plain, amended, voided, certified });
  }

  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app().uow.run(work);
  const sql = (text: string, ...values: readonly (string | number | null)[]) =>
    run((tx) => tx.query<Row>(text, values));
  const snapshot = async () => {
    const all = await Promise.all(TABLES.map((table) => sql(`SELECT * FROM ${table}`)));
    return Object.fromEntries(TABLES.map((table, at) => [table, all[at]])) as typeof kept;
  };
  const faultsOf = async (unit = 'here'): Promise<readonly LedgerFault[]> =>
    (await app().get(VerifyLedger).unit(unit)).faults;
  const sentences = async (unit = 'here') => (await faultsOf(unit)).map(faultSentence);
  const entries = () =>
    kept.ledger_entry
      .filter((entry) => entry['unit_id'] === 'here')
      .sort((a, b) => Number(a['sequence']) - Number(b['sequence']));
  /** What somebody does who knows how the chain is made: every hash fits again. */
  const rewrite = async (change: (content: string) => string) => {
    let hash = '0'.repeat(64);
    for (const entry of entries()) {
      const content = change(String(entry['content']));
      hash = linkHash(hash, content);
      await sql(
        'UPDATE ledger_entry SET content = ?, hash = ? WHERE unit_id = ? AND sequence = ?',
        content,
        hash,
        'here',
        entry['sequence'] ?? 0,
      );
    }
    await sql('UPDATE ledger_head SET hash = ? WHERE unit_id = ?', hash, 'here');
  };

  it('is whole when only the product has written: every state, every version, every day', async () => {
    const reports = await app().get(VerifyLedger).execute();
    expect(reports).toEqual([
      { unitId: 'beside', unitName: expect.any(String), entries: 19, records: 9, signedHeads: 4, faults: [] },
      { unitId: 'here', unitName: '万溪冲社区', entries: 19, records: 9, signedHeads: 4, faults: [] },
    ]);
    const states = await sql(
      `SELECT DISTINCT status FROM hour_record WHERE recording_unit_id = 'here' ORDER BY status`,
    );
    expect(states.map(({ status }) => status)).toEqual([
      'amended',
      'certified',
      'confirmed',
      'pending',
      'rejected',
      'voided',
    ]);
  });

  describe('finds one row that was changed in the database', () => {
    const other: Readonly<Record<string, string | number>> = {
      shift_id: 'shift-other',
      person_id: 'worker',
      activity_id: 'activity-other',
      recording_unit_id: 'beside',
      version: 7,
      is_current: 0,
      status: 'certified',
      minutes: 121,
      flags: 'manual',
      flag_count: 3,
      computation: '{"basis":"scans"}',
      due_on: '2027-01-01',
      shift_starts_at: '2026-11-24T05:00:00.000Z',
      shift_ends_at: '2026-11-24T09:00:00.000Z',
      decided_by: 'person-here-1',
      decided_at: '2026-11-24T09:00:00.000Z',
      rejection_reason: '别的',
      created_at: '2026-11-01T00:00:00.000Z',
      facts: '{"title":"别的活动"}',
    };

    it('knows every column that the table has', async () => {
      const [row = {}] = await sql('SELECT * FROM hour_record LIMIT 1');
      expect(Object.keys(row).sort()).toEqual(['id', ...Object.keys(other)].sort());
    });

    it.each(Object.keys(other))('%s', async (column) => {
      // The plain one is confirmed, so that nothing else tells it apart.
      await sql(
        `UPDATE hour_record SET ${column} = ? WHERE id = ?`,
        other[column] ?? '',
        records['plain'] ?? '',
      );
      expect(await faultsOf()).toEqual([
        expect.objectContaining({
          kind: 'record-altered',
          recordId: records['plain'],
          changes: [expect.objectContaining({ column, is: other[column] })],
        }),
      ]);
      expect(await faultsOf('beside')).toEqual([]);
    });

    it('says what it was', async () => {
      await sql('UPDATE hour_record SET minutes = 600 WHERE id = ?', records['plain'] ?? '');
      expect(await sentences()).toEqual([
        `record ${records['plain']} differs from entry 9: minutes was 120, is 600`,
      ]);
    });

    it.each(['pending', 'rejected', 'amended', 'voided', 'certified'])(
      'also of one that is %s',
      async (state) => {
        await sql('UPDATE hour_record SET minutes = minutes + 1 WHERE id = ?', records[state] ?? '');
        expect(await faultsOf()).toMatchObject([{ kind: 'record-altered', recordId: records[state] }]);
      },
    );

    it('the id', async () => {
      await sql(`UPDATE hour_record SET id = 'another' WHERE id = ?`, records['plain'] ?? '');
      expect(await faultsOf()).toEqual([
        { kind: 'record-unknown', recordId: 'another' },
        { kind: 'record-missing', recordId: records['plain'], sequence: 9 },
      ]);
    });

    it('a record that was removed', async () => {
      await sql('DELETE FROM hour_record WHERE id = ?', records['plain'] ?? '');
      expect(await sentences()).toEqual([`record ${records['plain']} of entry 9 is gone`]);
    });

    it('a record that was put in, also in a unit without any ledger', async () => {
      const [plain = {}] = kept.hour_record.filter(({ id }) => id === records['plain']);
      const added = { ...plain, id: 'bought', person_id: 'worker', recording_unit_id: 'street' };
      await run((tx) => insertRows(tx, 'hour_record', [added]));
      const reports = await app().get(VerifyLedger).execute();
      expect(reports.find(({ unitId }) => unitId === 'street')?.faults).toEqual([
        { kind: 'record-unknown', recordId: 'bought' },
      ]);
    });
  });

  describe('finds a broken chain, and names the first link', () => {
    it('an entry that was removed', async () => {
      await sql(`DELETE FROM ledger_entry WHERE unit_id = 'here' AND sequence = 5`);
      expect((await sentences())[0]).toBe('entry 5 is missing: entry 6 stands in its place');
    });

    it('an entry whose content was changed, and the record with it', async () => {
      await sql(
        `UPDATE ledger_entry SET content = REPLACE(content, '"minutes":120', '"minutes":600')
          WHERE unit_id = 'here' AND sequence = 9`,
      );
      await sql('UPDATE hour_record SET minutes = 600 WHERE id = ?', records['plain'] ?? '');
      expect((await sentences())[0]).toMatch(/^entry 9 does not follow the one before it/);
    });

    it('a hash that was made to fit its own content breaks the next', async () => {
      const [eighth, ninth] = entries().slice(7, 9);
      const content = String(ninth?.['content']).replace('"minutes":120', '"minutes":600');
      await sql(
        `UPDATE ledger_entry SET content = ?, hash = ? WHERE unit_id = 'here' AND sequence = 9`,
        content,
        linkHash(String(eighth?.['hash']), content),
      );
      expect((await faultsOf())[0]).toEqual({ kind: 'link-broken', sequence: 10 });
    });

    it('two entries that changed places', async () => {
      for (const [from, to] of [
        [3, 1003],
        [4, 3],
        [1003, 4],
      ] as const)
        await sql(`UPDATE ledger_entry SET sequence = ? WHERE unit_id = 'here' AND sequence = ?`, to, from);
      expect((await faultsOf())[0]).toEqual({ kind: 'link-broken', sequence: 3 });
    });

    it.each([
      ['event', 'voided'],
      ['at', '2026-01-01T00:00:00.000Z'],
      ['record_id', 'other'],
    ])('a column beside the content: %s', async (column, value) => {
      await sql(`UPDATE ledger_entry SET ${column} = ? WHERE unit_id = 'here' AND sequence = 2`, value);
      expect((await faultsOf())[0]).toEqual({ kind: 'entry-mislabelled', sequence: 2, columns: [column] });
    });

    it('an end that was cut off, by its head', async () => {
      await sql(`DELETE FROM ledger_entry WHERE unit_id = 'here' AND sequence > 15`);
      expect((await sentences())[0]).toBe(
        'the ledger ends at entry 15, but its head stands at 19: the end was removed',
      );
    });

    it('a head that was moved', async () => {
      await sql(`UPDATE ledger_head SET sequence = 18 WHERE unit_id = 'here'`);
      expect(await faultsOf()).toEqual([{ kind: 'head-differs', sequence: 19 }]);
    });
  });

  describe('is held to its signed heads', () => {
    it('an end that was cut off together with its head and its records', async () => {
      const gone = entries().slice(15);
      await sql(`DELETE FROM ledger_entry WHERE unit_id = 'here' AND sequence > 15`);
      await sql(
        `UPDATE ledger_head SET sequence = 15, hash = ? WHERE unit_id = 'here'`,
        entries()[14]?.['hash'] ?? '',
      );
      for (const entry of gone) await sql('DELETE FROM hour_record WHERE id = ?', entry['record_id'] ?? '');
      expect(await sentences()).toEqual(
        expect.arrayContaining([
          'the head signed for 2026-11-25 covers 19 entries, but only 15 are there: the end was removed',
        ]),
      );
    });

    it('a chain that was rewritten from the first changed entry on, every hash made to fit', async () => {
      await rewrite((content) =>
        content.includes(`"id":"${records['plain']}"`)
          ? content.replace('"minutes":120', '"minutes":600')
          : content,
      );
      await sql('UPDATE hour_record SET minutes = 600 WHERE id = ?', records['plain'] ?? '');
      const faults = await faultsOf();
      expect(faults.map(({ kind }) => kind)).toEqual(Array(4).fill('signed-otherwise'));
      expect(faultSentence(faults[0] as LedgerFault)).toBe(
        'the head signed for 2026-11-24 names another hash for entry 7: entries up to it were rewritten',
      );
    });

    it('a head that somebody signed with another key, under our name', async () => {
      const [head = {}] = kept.ledger_signed_head.filter(
        ({ day, unit_id }) => unit_id === 'here' && day === '2026-11-26',
      );
      const forged = new SigningKeys(Buffer.alloc(32, 9).toString('base64url'));
      const statement = headStatement({
        unitId: 'here',
        day: '2026-11-26',
        sequence: Number(head['sequence']),
        hash: String(head['hash']),
        signedAt: String(head['signed_at']),
      });
      const { keyId, signature } = forged.sign(HEAD_PURPOSE, Buffer.from(statement));
      const put = (key: string) =>
        sql(
          `UPDATE ledger_signed_head SET signature = ?, key_id = ? WHERE unit_id = 'here' AND day = '2026-11-26'`,
          signature,
          key,
        );
      await put(String(head['key_id']));
      expect(await faultsOf()).toEqual([
        { kind: 'signature-invalid', day: '2026-11-26', keyId: head['key_id'] },
      ]);
      await put(keyId);
      expect(await faultsOf()).toEqual([{ kind: 'key-unknown', day: '2026-11-26', keyId }]);
    });

    it.each([
      ['day', '2026-11-28'],
      ['sequence', 17],
      ['hash', 'a'.repeat(64)],
      ['signed_at', '2026-11-27T16:00:00.000Z'],
    ])('a signed head whose %s was changed', async (column, value) => {
      await sql(
        `UPDATE ledger_signed_head SET ${column} = ? WHERE unit_id = 'here' AND day = '2026-11-27'`,
        value,
      );
      expect((await faultsOf()).map(({ kind }) => kind)).toContain('signature-invalid');
    });

    it('a signed head that was moved to another unit', async () => {
      await sql(`DELETE FROM ledger_signed_head WHERE unit_id = 'here' AND day = '2026-11-27'`);
      await sql(
        `UPDATE ledger_signed_head SET unit_id = 'here' WHERE unit_id = 'beside' AND day = '2026-11-27'`,
      );
      expect((await faultsOf()).map(({ kind }) => kind)).toContain('signature-invalid');
    });

    it('a day whose head was removed', async () => {
      await sql(`DELETE FROM ledger_signed_head WHERE unit_id = 'here' AND day = '2026-11-25'`);
      expect(await sentences()).toEqual(['the signed head of 2026-11-25 is missing between others']);
    });

    it('a ledger that lost what was signed is not signed again', async () => {
      await rewrite((content) => content.replace('"minutes":120', '"minutes":119'));
      app().clock.set('2026-11-28T17:00:00.000Z');
      await expect(app().runJobs()).rejects.toThrow('the ledger of here has changed');
      const days = await sql(
        `SELECT unit_id FROM ledger_signed_head WHERE day = '2026-11-28' ORDER BY unit_id`,
      );
      expect(days).toEqual([{ unit_id: 'beside' }]);
      app().clock.set('2026-11-27T17:00:00.000Z');
    });
  });
});
