import type {
  CertificatePreview,
  CertificateView,
  CertifyingUnit,
} from '@xiaolin/shared-types/certificates/schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { issue, loadPreview } from './api';
import { isPeriod, type Period, type PeriodKey, periodOf } from './model';

export interface Asking {
  readonly unit: CertifyingUnit | null;
  readonly key: PeriodKey;
  readonly own: Period;
  readonly period: Period | null;
  readonly preview: CertificatePreview | null;
  readonly problem: Failure | null;
  readonly busy: boolean;
  readonly chooseUnit: (unitId: string) => void;
  readonly chooseKey: (key: PeriodKey) => void;
  readonly chooseOwn: (own: Period) => void;
  /** The certificate, or null when it was refused; the choice stays as it is. */
  readonly send: () => Promise<CertificateView | null>;
}

/** Which unit, which period, and what that would come to. */
export function useAsking(
  units: readonly CertifyingUnit[],
  before: Partial<Period> & { unit?: string },
): Asking {
  const only = units.length === 1 ? units[0]?.unitId : undefined;
  const [unitId, setUnitId] = useState(before.unit ?? only ?? '');
  const [key, setKey] = useState<PeriodKey>(before.from === undefined ? 'all' : 'own');
  const [own, setOwn] = useState<Period>({ from: before.from ?? '', to: before.to ?? '' });
  const [seen, setSeen] = useState<{
    of: string;
    preview: CertificatePreview | null;
    problem: Failure | null;
  }>();
  const [busy, setBusy] = useState(false);
  // One key for one choice: a retry after a lost answer issues nothing twice.
  const intent = useRef({ of: '', key: '' });
  const unit = units.find((each) => each.unitId === unitId) ?? null;
  const now = new Date();
  const wanted = unit === null ? null : periodOf(key, unit, own, now);
  const period = wanted !== null && isPeriod(wanted, now) ? wanted : null;
  const { from = '', to = '' } = period ?? {};
  const of = period === null ? '' : `${unitId} ${from} ${to}`;

  useEffect(() => {
    if (of === '') return undefined;
    let gone = false;
    void loadPreview({ unitId, from, to }).then((result) => {
      if (gone) return;
      setSeen(
        result.ok
          ? { of, preview: result.value, problem: null }
          : { of, preview: null, problem: result.problem },
      );
    });
    return () => {
      gone = true;
    };
  }, [of, unitId, from, to]);

  const send = useCallback(async () => {
    if (of === '') return null;
    if (intent.current.of !== of) intent.current = { of, key: newRequestKey() };
    setBusy(true);
    const result = await issue({ requestKey: intent.current.key, unitId, from, to });
    setBusy(false);
    if (result.ok) return result.value;
    setSeen((now) => ({ of, preview: now?.preview ?? null, problem: result.problem }));
    return null;
  }, [of, unitId, from, to]);

  const current = seen?.of === of ? seen : undefined;
  return {
    unit,
    key,
    own,
    period,
    preview: current?.preview ?? null,
    problem: current?.problem ?? null,
    busy,
    chooseUnit: setUnitId,
    chooseKey: setKey,
    chooseOwn: setOwn,
    send,
  };
}
