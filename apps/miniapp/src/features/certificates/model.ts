import type { CertificateView, CertifyingUnit } from '@xiaolin/shared-types/certificates/schema';
import { addDistrictDays, districtDay } from '@xiaolin/shared-types/contract/district-time';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { dayInFull } from '@/shared/i18n/moments';
import { certificateStateWords as states, certificateWords as words } from '@/shared/i18n/zh-CN/certificates';
import type { IconName } from '@/shared/theme/icons';

type Standing = Pick<CertificateView, 'state' | 'supersededBecause'>;

export interface StateTag {
  readonly words: string;
  readonly tone: 'ok' | 'earth' | 'warm';
  readonly icon: IconName;
}

/** The state in a few words, with an icon: colour is never the only sign. */
export function stateTag({ state, supersededBecause }: Standing): StateTag {
  if (state === 'issued') return { words: states.issued, tone: 'ok', icon: 'check' };
  if (state === 'revoked') return { words: states.revoked, tone: 'warm', icon: 'close' };
  return { words: states[supersededBecause ?? 'reissued'], tone: 'earth', icon: 'history' };
}

/** `1593` as `1,593`; `toLocaleString` differs between phones. */
export const commas = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const periodText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  words.period(dayInFull(from), dayInFull(to));

export const timeText = (minutes: number): string => words.timeValue(hoursText(minutes), commas(minutes));

export type PeriodKey = 'all' | 'year' | 'school' | 'own';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The period that a choice means today; a school year begins in September. */
export function periodOf(key: PeriodKey, unit: CertifyingUnit, own: Period, now: Date): Period {
  const today = districtDay(now);
  const year = Number(today.slice(0, 4));
  switch (key) {
    case 'all':
      return { from: later(unit.firstDay, addDistrictDays(today, -1_825)), to: today };
    case 'year':
      return { from: `${year}-01-01`, to: today };
    case 'school':
      return { from: `${today.slice(5, 7) >= '09' ? year : year - 1}-09-01`, to: today };
    case 'own':
      return own;
  }
}

const later = (a: string, b: string): string => (a > b ? a : b);

export const isPeriod = ({ from, to }: Period, now: Date): boolean =>
  from !== '' && to !== '' && from <= to && to <= districtDay(now);
