import type { LineKind } from '@xiaolin/shared-types/signups/schema';

interface Span {
  readonly kind: LineKind;
  readonly starts_at: string;
  readonly ends_at: string;
}

/** From here on a place can no longer be given up; a course may be left while some of it is still to come. */
export const leaveUntilOf = ({ kind, starts_at, ends_at }: Span): string =>
  kind === 'course' ? ends_at : starts_at;
