import type { FieldProblem, ProblemCode, ProblemFacts } from '@xiaolin/shared-types/contract/problem';

/**
 * An expected "no" on its way to the caller. Rules return verdicts; a use case turns a refusing verdict into this,
 * so that whatever its transaction had written is rolled back.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
    readonly errors: readonly FieldProblem[] = [],
    /** For 429 and 503: seconds after which trying again makes sense. */
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** `request.invalid` for one field: its dotted path and the mend. */
export const invalidField = (path: string, message: string): Refusal =>
  new Refusal('request.invalid', {}, [{ path, message }]);
