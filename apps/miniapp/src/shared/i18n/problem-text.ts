import type { Failure } from '../api/failure';
import { problemSentences } from './zh-CN/problems';

/** The sentence for a failure, in the words of the person it is shown to. */
export const problemText = (failure: Failure, now: Date): string =>
  sentenceOf(failure.code, failure.facts, now);

/** The sentence for a refusal that came as part of an answer. */
export function sentenceOf(code: Failure['code'], facts: Failure['facts'], now: Date): string {
  const sentence = problemSentences[code];
  return typeof sentence === 'string' ? sentence : sentence(facts, now);
}
