import type { Failure } from '../api/failure';
import { problemSentences } from './zh-CN/problems';

/** The sentence for a failure, in the words of the person it is shown to. */
export function problemText(failure: Failure, now: Date): string {
  const sentence = problemSentences[failure.code];
  return typeof sentence === 'string' ? sentence : sentence(failure.facts, now);
}
