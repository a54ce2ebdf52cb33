import type { AdmissionOutcome, DoorCounts } from '@xiaolin/shared-types/admissions/schema';
import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { signalNo, signalYes } from '@/shared/platform/signal';
import { sendTick, sendTicket, sendUndo, type TickIntent, type UndoIntent } from '../api';
import { answerOf, type DoorAnswer, refusalOf } from '../model';

/** Long enough to read a name aloud; a refusal or a used ticket stays until somebody closes it. */
const passingMilliseconds = 6_000;

export interface Door {
  readonly busy: boolean;
  readonly answer: DoorAnswer | null;
  /** True when the door took it. */
  readonly scan: (code: string) => Promise<boolean>;
  /** The same, with what the door said; null when it was still busy with another. */
  readonly take: (code: string) => Promise<DoorAnswer | null>;
  /** The same once more, under the same key. */
  readonly again: () => void;
  readonly close: () => void;
  /** Null when it was done, else why not: a sheet stays open then. */
  readonly tick: (body: TickIntent) => Promise<Failure | null>;
  readonly undo: (body: UndoIntent) => Promise<Failure | null>;
}

/** One ticket or one tick at a time, from the door to its answer. */
export function useDoor(occurrenceId: string, onCounted: (counts: DoorCounts) => void): Door {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<DoorAnswer | null>(null);
  const latest = useRef<(() => Promise<DoorAnswer | null>) | null>(null);
  const underWay = useRef(false);

  useEffect(() => {
    if (!answer?.passes) return undefined;
    // A party stays longer: somebody may have to say that not all of them came.
    const timer = setTimeout(() => setAnswer(null), passingMilliseconds * (answer.party === null ? 1 : 2));
    return () => clearTimeout(timer);
  }, [answer]);

  const show = (next: DoorAnswer): DoorAnswer => {
    setAnswer(next);
    if (next.tone === 'ok') signalYes();
    else signalNo();
    return next;
  };
  const taken = (outcome: AdmissionOutcome, act: 'admit' | 'undo'): DoorAnswer => {
    onCounted(outcome.counts);
    return show(answerOf(outcome, act));
  };

  const run = async (send: () => Promise<Result<AdmissionOutcome>>): Promise<DoorAnswer | null> => {
    // A handheld scanner reads faster than an answer comes: the second would overwrite the first's answer.
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    const result = await send();
    underWay.current = false;
    setBusy(false);
    return result.ok ? taken(result.value, 'admit') : show(refusalOf(result.problem, new Date()));
  };
  const change = async (
    send: () => Promise<Result<AdmissionOutcome>>,
    act: 'admit' | 'undo',
  ): Promise<Failure | null> => {
    const result = await send();
    if (result.ok) taken(result.value, act);
    else signalNo();
    return result.ok ? null : result.problem;
  };

  const take = (code: string): Promise<DoorAnswer | null> => {
    const intent = { requestKey: newRequestKey(), code, deviceTime: new Date().toISOString() };
    latest.current = () => run(() => sendTicket(occurrenceId, intent));
    return latest.current();
  };

  return {
    busy,
    answer,
    take,
    scan: async (code) => {
      const said = await take(code);
      return said !== null && said.tone !== 'no';
    },
    again: () => void latest.current?.(),
    close: () => setAnswer(null),
    tick: (body) => change(() => sendTick(occurrenceId, body), 'admit'),
    undo: (body) => change(() => sendUndo(occurrenceId, body), 'undo'),
  };
}
