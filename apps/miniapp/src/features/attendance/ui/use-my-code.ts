import type { ShiftPass } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '@/shared/api/failure';
import { type PageData, usePageData } from '@/shared/api/use-page-data';
import { useSession } from '@/shared/session/session';
import { loadMyCode, loadMyShifts, type MyShifts } from '../api';
import { makePassCode, type PassCode } from '../pass-codes';
import { keptPasses, onPassesKept } from '../passes';

/** The code with the moment of its end by this phone's clock, which may be minutes off the server's. */
export type MyCode = PassCode;

async function loadTimedCode(): Promise<Result<MyCode>> {
  const result = await loadMyCode();
  if (!result.ok) return result;
  const left = Date.parse(result.value.validUntil) - Date.parse(result.value.serverTime);
  const { code, typed } = result.value;
  return { ok: true, value: { code, typed, until: new Date(Date.now() + left).toISOString() } };
}

/** The server's code, which any desk with a network takes. */
export const useMyCode = (): PageData<MyCode> => usePageData(loadTimedCode);

/** Codes are shown from when one may check in. */
const IN_OPENS_MS = 30 * 60_000;

/** This phone's passes for shifts that are near, soonest first. */
export function usePasses(now: Date): readonly ShiftPass[] {
  const personId = useSession(({ person }) => person?.id ?? '');
  const [, look] = useState(0);
  useEffect(() => onPassesKept(() => look((times) => times + 1)), []);
  return keptPasses
    .of(personId, now)
    .filter(({ startsAt }) => Date.parse(startsAt) - IN_OPENS_MS <= now.getTime());
}

/** A code made here, network or not; the next one when it is over. A component of its own for each pass. */
export function usePassCode(pass: ShiftPass): { readonly code: MyCode; readonly renew: () => void } {
  const personId = useSession(({ person }) => person?.id ?? '');
  const make = useCallback(
    () => makePassCode(pass, new Date(), keptPasses.ahead(personId)),
    [pass, personId],
  );
  const [code, setCode] = useState(make);
  return { code, renew: useCallback(() => setCode(make()), [make]) };
}

const lookMilliseconds = 5_000;

/** Each shift with its state: changes when somebody scans the volunteer. */
const stampOf = ({ coming, past }: MyShifts): Map<string, string> =>
  new Map([...coming, ...past].map((shift) => [shift.shiftId, shift.state]));

/** The shift that staff have just scanned this volunteer into or out of, or null. */
export function useJustScanned(): MyShifts['coming'][number] | null {
  const before = useRef<Map<string, string> | null>(null);
  const [shift, setShift] = useState<MyShifts['coming'][number] | null>(null);
  const look = useCallback(async () => {
    const result = await loadMyShifts();
    if (!result.ok) return;
    const { coming, past } = result.value;
    const known = before.current;
    before.current = stampOf(result.value);
    const changed = [...coming, ...past].find(
      ({ shiftId, state }) => known?.has(shiftId) && known.get(shiftId) !== state,
    );
    if (changed && changed.checkedInAt !== null) setShift(changed);
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookMilliseconds);
    return () => clearInterval(timer);
  }, [look]);
  return shift;
}
