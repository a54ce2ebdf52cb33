import type { FieldProblem, ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';

/** A refusal of the API, or no answer at all. */
export type FailureCode = ProblemCode | 'network.unreachable' | 'network.timeout';

export interface Failure {
  readonly code: FailureCode;
  readonly facts: ProblemFacts;
  /** Fields that do not fit, with their mend. */
  readonly errors: readonly FieldProblem[];
  /** The request's id, for whoever is told about the problem; null when the network failed. */
  readonly instance: string | null;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Failure };

/** Whether trying the same again, with the same request key, makes sense. */
export const isPassing = ({ code }: Failure): boolean =>
  code === 'network.unreachable' ||
  code === 'network.timeout' ||
  code === 'server.unexpected' ||
  code === 'server.not-ready' ||
  code === 'signup.line-busy' ||
  code === 'request.rate-limited';

export const networkFailure = (reason: 'timeout' | 'unreachable'): Failure => ({
  code: `network.${reason}`,
  facts: {},
  errors: [],
  instance: null,
});

/** By its form: the list of codes is the server's, and weighs more than all that is done with it here. */
const isCode = (code: string): code is ProblemCode => /^[a-z-]+\.[a-z-]+$/.test(code);

/** A problem document as it came over the wire; what is not one (a proxy's page, say) is the server's failure. */
export function readFailure(body: unknown): Failure {
  const { code, facts, errors, instance } = (body ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !isCode(code))
    return { code: 'server.unexpected', facts: {}, errors: [], instance: null };
  return {
    code,
    facts: (facts ?? {}) as ProblemFacts,
    errors: Array.isArray(errors) ? (errors as FieldProblem[]) : [],
    instance: typeof instance === 'string' ? instance : null,
  };
}
