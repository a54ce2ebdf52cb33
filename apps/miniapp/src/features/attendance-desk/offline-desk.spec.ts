import { describe, expect, it } from '@jest/globals';
import {
  bytesOf,
  PASS_PURPOSE,
  PASS_STEP_MS,
  passCode,
  passStatement,
  passStepAt,
} from '@xiaolin/shared-types/attendance/pass-code';
import type { Direction, OfflineRosterContent, ScanOutcome } from '@xiaolin/shared-types/attendance/schema';
import { toBase64Url } from '@xiaolin/shared-types/contract/base64url';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import nacl from 'tweetnacl';
import { networkFailure } from '@/shared/api/failure';
import { createDeskQueue, type DeskEnd, type QueuedDeskScan } from './desk-queue';
import { createKeptRosters, type KeptRoster } from './kept-rosters';
import { decideOffline, endLine, offlineStates } from './offline-desk';
import { checkOffline, openRoster } from './offline-roster';

// Real: Ed25519 by the library that phones use, the queue with its persistence. Stand-in: storage, the way to the server.
const NOW = Date.parse('2026-11-28T06:00:30.000Z');
const pair = (byte: number) => nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(byte));
const passIdOf = (name: string) => name.padEnd(12, '0');
const volunteer = (name: string, byte: number, state: 'scheduled' | 'checked-in' = 'scheduled') => ({
  passId: passIdOf(name),
  publicKey: toBase64Url(pair(byte).publicKey),
  maskedName: `${name}*`,
  state,
});
const roster: OfflineRosterContent = {
  shiftId: 's-1',
  activityTitle: '花田清理',
  roleName: '引导员',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  issuedAt: '2026-11-28T00:55:00.000Z',
  validUntil: '2026-11-28T10:00:00.000Z',
  volunteers: [volunteer('A', 1), volunteer('B', 2, 'checked-in')],
};
const codeOf = (name: string, byte: number, now = NOW) => {
  const step = passStepAt(now);
  const message = signedMessage(PASS_PURPOSE, passStatement(passIdOf(name), step));
  return passCode({
    passId: passIdOf(name),
    step,
    signature: toBase64Url(nacl.sign.detached(message, pair(byte).secretKey)),
  });
};

describe('a code at a desk without a network', () => {
  it('is known for its minute, one early or late', () => {
    for (const off of [-1, 0, 1])
      expect(checkOffline(codeOf('A', 1), roster, NOW + off * PASS_STEP_MS)).toMatchObject({
        kind: 'known',
        maskedName: 'A*',
      });
  });

  it.each([
    ['signed with another volunteer’s key', codeOf('A', 2), NOW, 'attendance.code-invalid'],
    ['of somebody who is not on the roster', codeOf('C', 3), NOW, 'attendance.code-invalid'],
    ['two minutes old', codeOf('A', 1), NOW + 2 * PASS_STEP_MS, 'attendance.code-expired'],
    ['of a minute to come', codeOf('A', 1), NOW - 2 * PASS_STEP_MS, 'attendance.code-expired'],
  ])('is refused when %s', (_, code, now, refusal) => {
    expect(checkOffline(code, roster, now)).toEqual({ kind: 'refused', code: refusal });
  });

  it('is refused when any character of its signature was changed: 40 tries', () => {
    const code = codeOf('A', 1);
    const start = code.lastIndexOf('.') + 1;
    for (let at = 0; at < 40; at += 1) {
      // The last character holds two bits that do not count; the server alone is strict about them.
      const place = start + ((at * 2) % 85);
      const other = code[place] === 'x' ? 'y' : 'x';
      expect(checkOffline(code.slice(0, place) + other + code.slice(place + 1), roster, NOW).kind).toBe(
        'refused',
      );
    }
  });

  it.each([
    ['7Q4M2K9F', true],
    ['V1.li-siqi.abcdefghijklmnop.x1.ABCDEFGHIJKLMNOPQRSTUV', false],
  ])('that only the server can check is left to it: %s', (code, typed) => {
    expect(checkOffline(code, roster, NOW)).toEqual({ kind: 'unchecked', typed });
    expect(checkOffline(codeOf('A', 1), null, NOW)).toEqual({ kind: 'unchecked', typed: false });
  });
});

describe('the decision', () => {
  const now = new Date(NOW).toISOString();
  const item = (name: string, direction: Direction, nonce: string, end: DeskEnd | null = null) => ({
    passId: passIdOf(name),
    direction,
    nonce,
    end,
  });
  const decide = (code: string, way: Direction, items: readonly ReturnType<typeof item>[] = []) => {
    const { kind, result } = decideOffline(checkOffline(code, roster, NOW), way, { roster, items, now });
    return `${kind} ${result.tone} ${result.title}`;
  };
  const nonce = `o:${passIdOf('A')}:${passStepAt(NOW).toString(36)}`;

  it.each([
    ['lets in who is expected', codeOf('A', 1), 'in', [], 'queue ok 签到，记下了'],
    ['lets out who is in', codeOf('B', 2), 'out', [], 'queue ok 签退，记下了'],
    ['lets out whose way in is elsewhere', codeOf('A', 1), 'out', [], 'queue ok 签退，记下了'],
    ['knows who was in before the network went', codeOf('B', 2), 'in', [], 'show ok 已经签到了'],
    ['takes a code once', codeOf('A', 1), 'out', [item('A', 'in', nonce)], 'show no 没有签退'],
    ['knows who is in since', codeOf('A', 1), 'in', [item('A', 'in', 'o:x')], 'show ok 已经签到了'],
    ['notes what it cannot check', '7Q4M2K9F', 'in', [], 'queue offline 记下了，还没核对'],
    ['says no to a forged one', codeOf('A', 2), 'in', [], 'show no 没有签上'],
  ] as const)('%s', (_, code, way, items, expected) => {
    expect(decide(code, way, items)).toBe(expected);
  });

  it('forgets what the server refused', () => {
    const refused = item('A', 'in', nonce, { kind: 'refused', code: 'attendance.too-early', facts: {} });
    expect(decide(codeOf('A', 1), 'in', [refused])).toBe('queue ok 签到，记下了');
    expect(offlineStates(roster, [refused]).get(passIdOf('A'))).toBe('scheduled');
  });
});

describe('a roster', () => {
  const server = pair(9);
  const payload = JSON.stringify(roster).replace(
    /[^\0-\x7f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const signature = toBase64Url(
    nacl.sign.detached(signedMessage('offline-roster', bytesOf(payload)), server.secretKey),
  );
  const publicKey = toBase64Url(server.publicKey);

  it('is read only as it was signed', () => {
    expect(openRoster({ payload, signature }, publicKey)).toEqual(roster);
    expect(openRoster({ payload: payload.replace('A*', 'Z*'), signature }, publicKey)).toBeNull();
    expect(openRoster({ payload, signature }, toBase64Url(pair(8).publicKey))).toBeNull();
    expect(openRoster({ payload, signature: 'nonsense' }, publicKey)).toBeNull();
    expect(openRoster({ payload, signature }, '')).toBeNull();
  });

  it('stays on the device of whoever loaded it until it ends', () => {
    const storage = memory();
    const rosters = createKeptRosters(storage);
    const kept: KeptRoster = {
      payload,
      signature,
      personId: 'me',
      shiftId: 's-1',
      publicKey,
      ahead: 0,
      validUntil: roster.validUntil,
    };
    expect(rosters.keep(kept, new Date(NOW))).toBe(true);
    expect(rosters.read('me', 's-1', new Date(NOW))).toEqual(kept);
    expect(rosters.read('somebody', 's-1', new Date(NOW))).toBeNull();
    expect(rosters.read('me', 's-1', new Date(roster.validUntil))).toBeNull();
  });
});

function memory() {
  const data = new Map<string, string>();
  return {
    getItem: (key: string) => data.get(key) ?? null,
    setItem: (key: string, value: string) => void data.set(key, value),
    removeItem: (key: string) => void data.delete(key),
  };
}

describe('what a desk noted', () => {
  const scan = (key: string, shiftId = 's-1') => ({
    key,
    personId: 'me',
    shiftId,
    code: '7Q4M2K9F',
    direction: 'in' as const,
    deviceTime: '2026-11-28T06:00:00.000Z',
    passId: null,
    maskedName: '李**',
    nonce: null,
  });

  it('survives being closed, and goes shift by shift', async () => {
    const storage = memory();
    const sent: string[] = [];
    let dead = true;
    const open = () =>
      createDeskQueue(storage, (shiftId, batch) => {
        sent.push(`${shiftId} ${batch.map(({ key }) => key).join(' ')}`);
        return Promise.resolve(
          dead
            ? { ok: false, problem: networkFailure('unreachable') }
            : {
                ok: true,
                value: batch.map(({ key }) => ({ kind: 'held', requestKey: key, shiftId, at: '' }) as const),
              },
        );
      });
    const before = open();
    for (const [key, shiftId] of [
      ['k1', 's-1'],
      ['k2', 's-2'],
      ['k3', 's-1'],
    ] as const)
      expect(before.getState().add(scan(key, shiftId)).kept).toBe(true);
    await before.getState().drain('me');
    dead = false;
    const after = open();
    await after.getState().drain('me');
    expect(sent).toEqual(['s-1 k1 k3', 's-1 k1 k3', 's-2 k2']);
    expect(after.getState().items.every(({ end }) => end?.kind === 'held')).toBe(true);
  });

  it.each([
    [{ kind: 'held' }, 'accent', '李** 签退收到了，还缺签到'],
    [{ kind: 'refused', code: 'attendance.code-used', facts: {} }, 'warm', '李** 没有记上'],
    [
      {
        kind: 'recorded',
        outcome: {
          personName: '李思齐',
          direction: 'in',
          at: '2026-11-28T06:00:00.000Z',
          repeated: false,
          minutes: null,
        } as ScanOutcome,
      },
      'ok',
      '李思齐 签到14:00，已提交',
    ],
  ] as const)('is said how it ended', (end, tone, title) => {
    const item: QueuedDeskScan = { ...scan('k'), end, seen: false };
    expect(endLine(item, new Date(NOW))).toMatchObject({ tone, title });
  });
});
