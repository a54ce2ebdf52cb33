import type { MyShift, PlaceFinding } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { session } from '@/shared/session/session';
import { drainScans, scanQueue, useMyScans, useScan } from '../queue';
import type { QueuedScan } from '../scan-queue';

/** After this long without an answer the person is told that it is written down, and may go. */
const patienceMilliseconds = 4_000;

export interface Scanning {
  readonly scan: QueuedScan | null;
  /** Written down, and the answer is not here yet: no network, or a slow one. */
  readonly parked: boolean;
  readonly reached: boolean;
  readonly waiting: number;
  /** False where the device stores nothing: the scan lives only as long as the page. */
  readonly kept: boolean;
  readonly submit: (code: string, shift: MyShift | null, typed: boolean, place?: PlaceFinding | null) => void;
  readonly clear: () => void;
}

/** One scan from the code to its end. @param from a scan that was written down before. */
export function useScanning(from: string | null): Scanning {
  const [current, setCurrent] = useState({ key: from, kept: true });
  const [slow, setSlow] = useState(false);
  const scan = useScan(current.key);
  const unreachable = useStore(scanQueue.store, (state) => state.unreachable);
  const { waiting } = useMyScans();
  const { key } = current;
  const ended = scan === null || scan.end !== null;

  useEffect(() => {
    if (ended) return undefined;
    const timer = setTimeout(() => setSlow(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [ended, key]);

  useEffect(() => {
    if (key !== null && ended) scanQueue.getState().markSeen(key);
  }, [ended, key]);

  const submit = useCallback<Scanning['submit']>((code, shift, typed, place = null) => {
    const personId = session.getState().person?.id;
    if (personId === undefined) return;
    const about = shift === null ? null : { activityTitle: shift.activityTitle, roleName: shift.roleName };
    // A scanned code names its shift itself; a typed one does not.
    const shiftId = typed && shift !== null ? shift.shiftId : null;
    setSlow(false);
    setCurrent(scanQueue.getState().add({ personId, code, shiftId, about, place }));
    void drainScans();
  }, []);

  return {
    scan,
    parked: !ended && (unreachable || slow),
    reached: !unreachable,
    waiting: waiting.length,
    kept: current.kept,
    submit,
    clear: useCallback(() => setCurrent({ key: null, kept: true }), []),
  };
}
