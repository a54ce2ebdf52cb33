import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { signalNo, signalYes } from '@/shared/platform/signal';
import { isOnline } from '@/shared/platform/network';
import { type ScanIntent, sendTick, sendVolunteerScan, type TickIntent } from '../api';
import { type DeskResult, resultOfOutcome, resultOfRefusal } from '../model';

/** Long enough to read a name aloud; a refusal stays until somebody closes it. */
const passingMilliseconds = 6_000;

export interface DeskScan {
  readonly busy: boolean;
  readonly result: DeskResult | null;
  /** True when it was recorded. */
  readonly submit: (code: string, way: Direction) => Promise<boolean>;
  /** The same, with what came of it; null when another was still under way. */
  readonly take: (code: string, way: Direction) => Promise<DeskResult | null>;
  readonly again: () => void;
  readonly close: () => void;
  /** Null when it was recorded, else why not: the sheet stays open then. */
  readonly tick: (body: TickIntent) => Promise<Failure | null>;
}

/**
 * One code or one tick at a time, from the desk to its result.
 *
 * @param takeOffline decides by what the device knows, and writes it down to be sent later with the same key
 */
export function useDeskScan(
  shiftId: string,
  takeOffline: (intent: ScanIntent) => DeskResult,
  onRecorded: () => void,
): DeskScan {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<DeskResult | null>(null);
  const latest = useRef<ScanIntent | null>(null);
  const underWay = useRef(false);

  useEffect(() => {
    if (!result?.passes) return undefined;
    const timer = setTimeout(() => setResult(null), passingMilliseconds);
    return () => clearTimeout(timer);
  }, [result]);

  const show = (next: DeskResult): DeskResult => {
    setResult(next);
    if (next.tone === 'ok') signalYes();
    else if (next.tone === 'no') signalNo();
    return next;
  };

  const send = async (intent: ScanIntent): Promise<DeskResult | null> => {
    // A handheld scanner reads faster than an answer comes: the second one would overwrite the first's result.
    if (underWay.current) return null;
    underWay.current = true;
    latest.current = intent;
    setBusy(true);
    // Without a network nobody waits for a request to fail.
    const answer = (await isOnline()) ? await sendVolunteerScan(shiftId, intent) : null;
    underWay.current = false;
    setBusy(false);
    if (answer === null || (!answer.ok && answer.problem.code.startsWith('network.')))
      return show(takeOffline(intent));
    if (answer.ok) onRecorded();
    return show(
      answer.ok
        ? resultOfOutcome(answer.value)
        : resultOfRefusal(answer.problem, intent.direction, null, new Date()),
    );
  };
  const take = (code: string, direction: Direction): Promise<DeskResult | null> =>
    send({ requestKey: newRequestKey(), code, direction, deviceTime: new Date().toISOString() });

  return {
    busy,
    result,
    take,
    submit: async (code, direction) => {
      const said = await take(code, direction);
      return said !== null && said.tone !== 'no';
    },
    again: () => {
      if (latest.current) void send(latest.current);
    },
    close: () => setResult(null),
    tick: async (body) => {
      const answer = await sendTick(shiftId, body);
      if (!answer.ok) {
        signalNo();
        return answer.problem;
      }
      show(resultOfOutcome(answer.value));
      onRecorded();
      return null;
    },
  };
}
