import type { Failure } from '../api/failure';
import { problemSentences } from './zh-CN/problems';

/** The words of a refusal, alone or with what stands behind it. */
export type Sentence = string | ((facts: Readonly<Record<string, string | number>>, now: Date) => string);

const known: Record<string, Sentence> = { ...problemSentences };

/** Adds the sentences that only subpackages need. */
export const learnSentences = (sentences: Readonly<Record<string, Sentence>>): void =>
  void Object.assign(known, sentences);

/** The sentence for a failure, in the words of the person it is shown to. */
export const problemText = (failure: Failure, now: Date): string =>
  sentenceOf(failure.code, failure.facts, now);

/** The sentence for a refusal that came as part of an answer; of a code that is newer than this app, the general one. */
export function sentenceOf(code: string, facts: Failure['facts'], now: Date): string {
  const sentence = known[code] ?? problemSentences['server.unexpected'];
  return typeof sentence === 'string' ? sentence : sentence(facts, now);
}
