import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchedResult } from '@xiaolin/shared-types/attendance/schema';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { AttendanceCodes } from '../../features/attendance/index.js';
import type { Tx, UnitOfWork } from '../../platform/db/unit-of-work.js';
import { SystemRandom } from '../../platform/random/random.js';
import { anOrganization, people } from '../builders.js';
import { aPlainActivity, aShift, confirmedPlaces } from '../shift-builders.js';
import { TestClock } from '../test-clock.js';
import { SECRET, tokenOf } from './burst.js';

/** What a phone wrote down without a network. */
interface Noted {
  readonly requestKey: string;
  readonly code: string;
  readonly deviceTime: string;
}

export interface Phone {
  readonly personId: string;
  waiting: Noted[];
  readonly ends: BatchedResult[];
}

let serial = 0;

/** A shift that ended an hour ago, and phones that scanned in and out of it without a network, the way out first. */
export async function aDayWithoutSignal(tx: Tx, volunteers: number) {
  serial += 1;
  const clock = new TestClock();
  const codes = new AttendanceCodes(SECRET, { publicUrl: null }, clock, new SystemRandom());
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const organizationId = `unit-${serial}`;
  await anOrganization(tx, { id: organizationId });
  const activity = await aPlainActivity(tx, { organizationId });
  const shift = await aShift(tx, {
    activityId: activity.id,
    organizationId,
    startsAt: at(-180),
    endsAt: at(-60),
  });
  const crowd = await people(tx, volunteers);
  await confirmedPlaces(
    tx,
    shift.id,
    crowd.map(({ id }) => id),
  );
  const noted = (personId: string, direction: 'in' | 'out', time: string): Noted => {
    clock.set(time);
    return {
      requestKey: `${direction}-${personId}`,
      code: codes.ofSite(shift.id, direction).code,
      deviceTime: time,
    };
  };
  const [came, left] = [at(-175), at(-65)];
  const phones = crowd.map(({ id }): Phone => ({
    personId: id,
    waiting: [noted(id, 'out', left), noted(id, 'in', came)],
    ends: [],
  }));
  return { shiftId: shift.id, phones };
}

/**
 * Every phone sends what waits, one scan at a time so that its out and in can arrive at different processes, and tries
 * again until it has an answer for each; that is what the mini-app's queue does.
 */
export async function drainAll(
  phones: readonly Phone[],
  baseUrlOf: (turn: number) => string,
  onAnswer: (count: number) => void,
): Promise<{ readonly retries: number }> {
  let answers = 0;
  let retries = 0;
  const drain = async (phone: Phone, at: number) => {
    for (let turn = at; phone.waiting.length > 0; turn += 1) {
      const batch = phone.waiting.slice(0, 1);
      const results = await send(baseUrlOf(turn), phone.personId, batch);
      if (results === null) {
        retries += 1;
        await sleep(100);
        continue;
      }
      phone.ends.push(...results);
      phone.waiting = phone.waiting.slice(results.length);
      answers += 1;
      onAnswer(answers);
    }
  };
  await Promise.all(phones.map(drain));
  return { retries };
}

async function send(
  baseUrl: string,
  personId: string,
  scans: readonly Noted[],
): Promise<BatchedResult[] | null> {
  // The connection broke: nobody knows what became of it.
  const answer = await post(baseUrl, personId, scans).catch(() => null);
  if (answer === null || answer.text.includes('"server.not-ready"')) return null;
  if (answer.status !== 200) throw new Error(`a phone should never see ${answer.status} ${answer.text}`);
  return (JSON.parse(answer.text) as { results: BatchedResult[] }).results;
}

async function post(baseUrl: string, personId: string, scans: readonly Noted[]) {
  const response = await fetch(`${baseUrl}${API_PREFIX}/attendance/site-scan-batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(personId)}` },
    body: JSON.stringify({ phoneTime: new Date().toISOString(), scans }),
  });
  return { status: response.status, text: await response.text() };
}

/** What is wrong afterwards: each phone's two scans made one attendance, two events that count, and one record. */
export async function lostOrDoubled(
  uow: UnitOfWork,
  shiftId: string,
  phones: readonly Phone[],
): Promise<string[]> {
  const rows = (sql: string) => uow.read((tx) => tx.query<{ n: number }>(sql, [shiftId]));
  const wrong: string[] = [];
  const expectCount = async (what: string, sql: string, wanted: number) => {
    const [row] = await rows(sql);
    if (Number(row?.n) !== wanted) wrong.push(`${what}: ${Number(row?.n)} instead of ${wanted}`);
  };
  const all = phones.length;
  await expectCount(
    'stays that are complete',
    "SELECT COUNT(*) AS n FROM attendance WHERE shift_id = ? AND state = 'computed' AND out_at IS NOT NULL",
    all,
  );
  await expectCount('attendances', 'SELECT COUNT(*) AS n FROM attendance WHERE shift_id = ?', all);
  await expectCount(
    'events that count',
    "SELECT COUNT(*) AS n FROM attendance_event WHERE shift_id = ? AND outcome = 'accepted'",
    2 * all,
  );
  await expectCount(
    'records',
    "SELECT COUNT(*) AS n FROM hour_record WHERE shift_id = ? AND minutes = 110 AND flags = 'late-sync'",
    all,
  );
  await expectCount('all records', 'SELECT COUNT(*) AS n FROM hour_record WHERE shift_id = ?', all);
  for (const { ends, personId } of phones) {
    const kinds = ends.map(({ kind }) => kind).join(' ');
    if (kinds !== 'held recorded') wrong.push(`${personId} was told: ${kinds}`);
  }
  return wrong;
}
