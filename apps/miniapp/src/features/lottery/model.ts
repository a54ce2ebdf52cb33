import type { DrawnEntry, Replay } from '@xiaolin/shared-types/lottery/draw';
import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { momentWords } from '@/shared/i18n/moments';
import { lotteryText as words } from '@/shared/i18n/zh-CN/lottery';

/** `7F3A 9C21 04BE 11D0`: in fours, so that it can be read out and compared. */
export const numberWords = (number: string): string =>
  (number.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

/** How many have entered, before the draw. */
export const enteredWords = ({ entries, people }: Pick<DrawView, 'entries' | 'people'>): string =>
  entries === 0 ? words.nobody : words.entered(entries, people);

/** What an entry came to, as a tag. */
export const outcomeWords = ({
  outcome,
}: Pick<DrawnEntry, 'outcome'>): { readonly words: string; readonly tone: 'ok' | 'earth' | 'void' } => ({
  words: words.outcomes[outcome],
  tone: ({ confirmed: 'ok', waitlisted: 'earth', 'not-drawn': 'void' } as const)[outcome],
});

/** What stands beside an entry's number. */
export const entryNote = ({ seats, busy }: DrawnEntry, place: number): string =>
  [words.place(place), words.people(seats), busy ? words.busy : null].filter(Boolean).join('，');

/** When it is, or was, and where it stands. */
export function leadWords(draw: Pick<DrawView, 'drawn' | 'drawsAt'>, now: Date): string {
  if (draw.drawn !== null) return words.drawnAt(momentWords(draw.drawn.at, now));
  return now.getTime() >= Date.parse(draw.drawsAt)
    ? words.soon
    : words.drawsAt(momentWords(draw.drawsAt, now));
}

/** How a replay ended, in a sentence. */
export function replayWords(replay: Replay, entries: number): string {
  if (replay.same) return words.sameText(entries);
  const { list, ...plain } = words.differentWhat;
  return `${replay.what === 'list' ? list(replay.first) : plain[replay.what]}${words.differentNext}`;
}
