import type { VolunteerCodeView } from '@xiaolin/shared-types/attendance/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '@/shared/api/failure';
import { type PageData, usePageData } from '@/shared/api/use-page-data';
import { loadMyCode, loadMyShifts, type MyShifts } from '../api';

/** The code with the moment of its end by this phone's clock, which may be minutes off the server's. */
export interface MyCode extends VolunteerCodeView {
  readonly until: string;
}

async function loadTimedCode(): Promise<Result<MyCode>> {
  const result = await loadMyCode();
  if (!result.ok) return result;
  const left = Date.parse(result.value.validUntil) - Date.parse(result.value.serverTime);
  return { ok: true, value: { ...result.value, until: new Date(Date.now() + left).toISOString() } };
}

export const useMyCode = (): PageData<MyCode> => usePageData(loadTimedCode);

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
