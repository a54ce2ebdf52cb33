import type { RejectionReason, ReviewResult } from '@xiaolin/shared-types/signups/schema';
import { sentenceOf } from '@/shared/i18n/problem-text';
import { reviewingWords as words } from '@/shared/i18n/zh-CN/managing';

export interface Reason {
  readonly code: RejectionReason;
  readonly text?: string;
}

/** A reason of the list, or words where it is another one; null while something is missing. */
export function rejectionOf(code: RejectionReason | null, written: string): Reason | null {
  if (code === null) return null;
  if (code !== 'other') return { code };
  const text = written.trim();
  return text === '' ? null : { code, text };
}

/** What became of them, one line for each kind of end; those that could not be decided with their reason. */
export function saidOf({ decided, refused }: ReviewResult, now: Date): readonly string[] {
  const count = (status: string): number => decided.filter((each) => each.status === status).length;
  const lines = [
    [count('confirmed'), words.confirmed],
    [count('waitlisted'), words.waiting],
    [count('rejected'), words.rejected],
  ] as const;
  const reasons = new Map<string, number>();
  for (const { code } of refused) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  return [
    ...lines.filter(([many]) => many > 0).map(([many, say]) => say(many)),
    ...[...reasons].map(([code, many]) => words.refused(many, sentenceOf(code, {}, now))),
  ];
}
