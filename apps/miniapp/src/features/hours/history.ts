import type { Computation, HourEvent, HourHistory } from '@xiaolin/shared-types/hours/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { momentWords } from '@/shared/i18n/moments';
import { eventWords, historyWords } from '@/shared/i18n/zh-CN/hour-history';
import { flagWords } from '@/shared/i18n/zh-CN/hour-records';
import { withCommas } from '@/shared/i18n/commas';

export interface HistoryEvent {
  /** `11月7日 周六 16:32` */
  readonly when: string;
  /** Who did what. */
  readonly what: string;
  readonly why: string | null;
}

export interface HistoryVersion {
  readonly id: string;
  readonly title: string;
  readonly current: boolean;
  readonly events: readonly HistoryEvent[];
}

/** Everything that happened to a record, in plain words: the latest version first, its events in their order. */
export const historyOf = (history: HourHistory, now: Date): readonly HistoryVersion[] =>
  history.versions.map(({ id, version, minutes, current, computation, events }) => ({
    id,
    title: historyWords.version(version, withCommas(minutes), hoursText(minutes)),
    current,
    events: events.map((event) => ({
      when: momentWords(event.at, now),
      what: `${whoOf(event)}${didWhat(event, computation)}`,
      why: whyOf(event),
    })),
  }));

function whoOf({ by, bySelf, action }: HourEvent): string {
  if (bySelf) return historyWords.you;
  if (by !== null) return by;
  return action === 'flagged' ? historyWords.system : historyWords.somebody;
}

function didWhat({ action, bySelf }: HourEvent, computation: Computation): string {
  if (action !== 'recorded') return eventWords[action];
  switch (computation.basis) {
    case 'scans':
      return bySelf ? eventWords.recorded : eventWords.ticked;
    case 'amended':
      return eventWords.changed(withCommas(computation.fromMinutes), withCommas(computation.minutes));
    case 'manual':
      return eventWords.added(withCommas(computation.minutes));
  }
}

function whyOf({ action, reason }: HourEvent): string | null {
  if (reason === null) return null;
  if (action !== 'flagged') return historyWords.because(reason);
  const names = reason.split(',').map((flag) => flagWords[flag as keyof typeof flagWords] ?? flag);
  return historyWords.because(names.join('；'));
}
