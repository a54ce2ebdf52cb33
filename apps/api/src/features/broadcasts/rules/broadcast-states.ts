import type { BroadcastState } from '@xiaolin/shared-types/broadcasts/schema';

/** What the text check says; `away` when it cannot be asked now. */
export type Verdict = 'pass' | 'review' | 'risky' | 'uncheckable' | 'away';

const TRANSITIONS: Readonly<Record<BroadcastState, readonly BroadcastState[]>> = {
  checking: ['sending', 'for-person', 'refused'],
  'for-person': ['sending', 'refused'],
  sending: ['sent'],
  refused: [],
  sent: [],
};

export const broadcastMayBecome = (from: BroadcastState, to: BroadcastState): boolean =>
  TRANSITIONS[from].includes(to);

/** Nothing is sent that was not passed, by the check or by a person. */
const AFTER_CHECK = {
  pass: 'sending',
  review: 'for-person',
  uncheckable: 'for-person',
  risky: 'refused',
  away: 'checking',
} as const satisfies Record<Verdict, BroadcastState>;

export const afterCheck = (verdict: Verdict): BroadcastState => AFTER_CHECK[verdict];

/** A check that has not come by now (the outbox gives up after some 20 minutes) is left to a person, too. */
const OVERDUE_MS = 60 * 60_000;

/** Whether an administrator may decide about it now. */
export const waitsForPerson = (state: BroadcastState, writtenAt: Date, now: Date): boolean =>
  state === 'for-person' || (state === 'checking' && now.getTime() - writtenAt.getTime() >= OVERDUE_MS);
