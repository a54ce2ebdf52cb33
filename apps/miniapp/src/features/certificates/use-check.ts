import { readNumber } from '@xiaolin/shared-types/certificates/number';
import type { PublicCertificate } from '@xiaolin/shared-types/certificates/schema';
import { readStatement, type SignedStatement } from '@xiaolin/shared-types/certificates/statement';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { lookUp } from './api';
import { type Online, signatureOf, type Verdict, verdictOf } from './check';
import { publishedKeys } from './published-keys';

export type Check =
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  /** A text that is neither a number nor a statement. */
  | { readonly kind: 'broken' }
  /** Too many at once, or our own fault: nothing can be said. */
  | { readonly kind: 'failed'; readonly problem: Failure }
  | {
      readonly kind: 'done';
      readonly verdict: Verdict;
      readonly read: SignedStatement | null;
      readonly certificate: PublicCertificate | null;
      readonly signed: boolean;
    };

/** Checks what was scanned or typed; the latest question wins. */
export function useCheck(first: string): {
  readonly check: Check;
  readonly ask: (text: string) => Promise<void>;
} {
  const [check, setCheck] = useState<Check>(first === '' ? { kind: 'none' } : { kind: 'working' });
  const asked = useRef(0);
  const ask = useCallback(async (text: string) => {
    asked.current += 1;
    const question = asked.current;
    setCheck({ kind: 'working' });
    const answer = await checked(text);
    if (question === asked.current) setCheck(answer);
  }, []);
  useEffect(() => {
    if (first !== '') void ask(first);
    else void publishedKeys();
  }, [ask, first]);
  return { check, ask };
}

async function checked(text: string): Promise<Check> {
  const read = readStatement(text);
  const number = read?.statement.number ?? readNumber(text);
  if (number === null) return { kind: 'broken' };
  const [keys, answer] = await Promise.all([read === null ? [] : publishedKeys(), lookUp(number)]);
  const signature = read === null ? null : signatureOf(read, keys);
  if (!answer.ok && signature !== 'bad' && !isAnswer(answer.problem))
    return { kind: 'failed', problem: answer.problem };
  const online: Online = answer.ok
    ? { kind: 'found', certificate: answer.value }
    : { kind: answer.problem.code === 'certificate.unknown' ? 'unknown' : 'offline' };
  return {
    kind: 'done',
    verdict: verdictOf(read, signature, online),
    read,
    certificate: answer.ok ? answer.value : null,
    signed: signature === 'good',
  };
}

const isAnswer = ({ code }: Failure): boolean =>
  code === 'certificate.unknown' || code.startsWith('network.');
