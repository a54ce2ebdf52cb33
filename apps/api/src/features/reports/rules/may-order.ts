import type { ProblemCode } from '@xiaolin/shared-types/contract/problem';

/** Orders of one person that count together. */
export const WINDOW_MINUTES = 10;
/** A worker who prints every list of a festival day. */
const MOST_ORDERS = 30;
/** Telephone numbers leave the system in few files. */
const MOST_WITH_PHONES = 5;

/** @param earlier this person's orders in the last {@link WINDOW_MINUTES} minutes: whether each had full numbers */
export function refusalToOrder(
  earlier: readonly { readonly withPhones: boolean }[],
  withPhones: boolean,
): ProblemCode | null {
  if (earlier.length >= MOST_ORDERS) return 'report.too-many';
  const numbers = earlier.filter((order) => order.withPhones).length;
  return withPhones && numbers >= MOST_WITH_PHONES ? 'report.too-many' : null;
}
