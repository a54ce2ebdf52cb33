import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { onAppShow } from '@/shared/platform/app-show';
import { onConnectionChange } from '@/shared/platform/network';
import { loadSiteCode } from '../api';
import { arrivedSince, isFinal, nextLook, ofWay, type ShownCode, showCode } from '../projector';

/** How long "two more have come" stays. */
const newsMilliseconds = 8_000;

export interface SiteCode {
  readonly shown: ShownCode | null;
  readonly failure: Failure | null;
  /** People who came just now; 0 when that is a while ago. */
  readonly arrived: number;
  readonly look: () => void;
}

/** The site's code of one way, always the newest: asks again when the next one is there, and after a failure. */
export function useSiteCode(shiftId: string, way: Direction): SiteCode {
  const [state, setState] = useState<{ shown: ShownCode | null; failure: Failure | null }>({
    shown: null,
    failure: null,
  });
  const [arrived, setArrived] = useState(0);
  const [round, setRound] = useState(0);
  const held = useRef<ShownCode | null>(null);
  const look = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await loadSiteCode(shiftId, way);
      if (over) return;
      if (answer.ok) {
        const before = ofWay(held.current, way);
        const more = arrivedSince(before?.view ?? null, answer.value);
        if (more > 0) setArrived(more);
        held.current = showCode(answer.value, Date.now(), before);
        setState({ shown: held.current, failure: null });
      } else {
        setState({ shown: held.current, failure: answer.problem });
        if (isFinal(answer.problem)) return;
      }
      timer = setTimeout(() => void ask(), nextLook(ofWay(held.current, way), !answer.ok, Date.now()));
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [shiftId, way, round]);

  // A laptop that slept, a phone that was in a pocket, a network that is back: not to wait for the next turn.
  useEffect(() => {
    const stopShow = onAppShow(look);
    const stopOnline = onConnectionChange((online) => {
      if (online) look();
    });
    return () => {
      stopShow();
      stopOnline();
    };
  }, [look]);

  useEffect(() => {
    if (arrived === 0) return undefined;
    const timer = setTimeout(() => setArrived(0), newsMilliseconds);
    return () => clearTimeout(timer);
  }, [arrived]);

  return { shown: ofWay(state.shown, way), failure: state.failure, arrived, look };
}
