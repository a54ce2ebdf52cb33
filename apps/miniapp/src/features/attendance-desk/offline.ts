import { offlineRoutes } from '@xiaolin/shared-types/attendance/offline-routes';
import type { OfflineRosterContent } from '@xiaolin/shared-types/attendance/schema';
import { signingRoutes } from '@xiaolin/shared-types/signing/routes';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { offlineDeskWords, offlineResultWords } from '@/shared/i18n/zh-CN/attendance-offline';
import { waitingFor } from '@/shared/offline/batch-queue';
import { deviceId } from '@/shared/offline/device-id';
import { keepMoving } from '@/shared/offline/keep-moving';
import { storage } from '@/shared/platform/storage';
import { api, session, useSession } from '@/shared/session/session';
import type { ScanIntent } from './api';
import { createDeskQueue, type QueuedDeskScan } from './desk-queue';
import { createKeptRosters } from './kept-rosters';
import type { DeskResult } from './model';
import { decideOffline } from './offline-desk';
import { checkOffline, openRoster } from './offline-roster';

const keptRosters = createKeptRosters(storage);

const deskQueue = createDeskQueue(storage, async (shiftId, batch) => {
  const result = await api(offlineRoutes.syncVolunteerScans, {
    params: { shiftId },
    body: {
      phoneTime: new Date().toISOString(),
      device: deviceId(),
      scans: batch.map(({ key, code, direction, deviceTime }) => ({
        requestKey: key,
        code,
        direction,
        deviceTime,
      })),
    },
  });
  return result.ok ? { ok: true, value: result.value.results } : result;
});

export async function drainDesk(): Promise<void> {
  const personId = session.getState().person?.id;
  if (personId === undefined) return;
  if (waitingFor(deskQueue.getState().items, personId).length > 0) await deskQueue.getState().drain(personId);
}

/** From the first page of the staff's on, what waits leaves by itself whenever there is a way. */
export const keepDeskMoving = keepMoving(drainDesk);

/** A roster that was loaded and is still good, opened by the key that signed it. */
export interface LoadedRoster {
  readonly content: OfflineRosterContent;
  readonly ahead: number;
}

function readRoster(personId: string, shiftId: string): LoadedRoster | null {
  const kept = keptRosters.read(personId, shiftId, new Date());
  if (kept === null) return null;
  const content = openRoster(kept, kept.publicKey);
  return content === null ? null : { content, ahead: kept.ahead };
}

/** Loads and keeps it; what went wrong in words, or null. */
async function loadRoster(personId: string, shiftId: string): Promise<string | null> {
  const words = (problem: Failure) => problemText(problem, new Date());
  const [roster, keys] = await Promise.all([
    api(offlineRoutes.offlineRoster, { params: { shiftId } }),
    api(signingRoutes.keys, {}),
  ]);
  if (!roster.ok) return words(roster.problem);
  if (!keys.ok) return words(keys.problem);
  const { payload, signature, keyId, serverTime } = roster.value;
  const publicKey = keys.value.keys.find((key) => key.keyId === keyId)?.publicKey ?? '';
  const content = openRoster({ payload, signature }, publicKey);
  if (content === null) return offlineDeskWords.broken;
  const now = new Date();
  const ahead = now.getTime() - Date.parse(serverTime);
  const { validUntil } = content;
  const kept = { payload, signature, personId, shiftId, publicKey, ahead, validUntil };
  return keptRosters.keep(kept, now) ? null : offlineDeskWords.cannotKeep;
}

export interface OfflineDesk {
  readonly roster: LoadedRoster | null;
  readonly loading: boolean;
  /** What came of loading, in words; empty before. */
  readonly note: { readonly tone: 'ok' | 'warm'; readonly text: string } | null;
  readonly load: () => Promise<void>;
  /** Of this shift, oldest first. */
  readonly items: readonly QueuedDeskScan[];
  readonly waiting: number;
  readonly sending: boolean;
  /** Decides by what this device knows, writes down what is to be sent, and says what was decided. */
  readonly take: (intent: ScanIntent) => DeskResult;
  readonly seen: (keys: readonly string[]) => void;
}

/** The desk of one shift while there is no network; a component of its own for each shift. */
export function useOfflineDesk(shiftId: string): OfflineDesk {
  const personId = useSession(({ person }) => person?.id ?? '');
  const [roster, setRoster] = useState(() => readRoster(personId, shiftId));
  const [loading, setLoading] = useState(false);
  const [note, setNote] = useState<OfflineDesk['note']>(null);
  const all = useStore(deskQueue, ({ items }) => items);
  const sending = useStore(deskQueue, (state) => state.sending);
  const items = all.filter((item) => item.personId === personId && item.shiftId === shiftId);

  const load = async () => {
    setLoading(true);
    const wrong = await loadRoster(personId, shiftId);
    setLoading(false);
    setRoster(readRoster(personId, shiftId));
    setNote(
      wrong === null ? { tone: 'ok', text: offlineDeskWords.refreshed } : { tone: 'warm', text: wrong },
    );
  };

  const take = ({ requestKey, code, direction, deviceTime }: ScanIntent): DeskResult => {
    const content = roster?.content ?? null;
    const check = checkOffline(code, content, Date.parse(deviceTime) - (roster?.ahead ?? 0));
    // Read from the store: the last scan may be newer than what is drawn.
    const noted = deskQueue.getState().items.filter((item) => item.shiftId === shiftId);
    const decided = decideOffline(check, direction, { roster: content, items: noted, now: deviceTime });
    if (decided.kind === 'show') return decided.result;
    const known = check.kind === 'known' ? check : null;
    const { kept } = deskQueue.getState().add({
      key: requestKey,
      personId,
      shiftId,
      code,
      direction,
      deviceTime,
      passId: known?.passId ?? null,
      maskedName: known?.maskedName ?? null,
      nonce: known?.nonce ?? null,
    });
    return kept
      ? decided.result
      : { ...decided.result, tone: 'no', todo: offlineResultWords.notKept, passes: false };
  };

  return {
    roster,
    loading,
    note,
    load,
    items,
    waiting: waitingFor(items, personId).length,
    sending,
    take,
    seen: (keys) => deskQueue.getState().markSeen(keys),
  };
}
