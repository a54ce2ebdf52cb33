/**
 * The name a certificate prints. What an account is called can be changed at will, so it is never taken as it stands:
 * the campus's word first, then what the records froze when they were confirmed.
 *
 * @param recorded of each covered record; null where a record of before holds none
 * @returns null when the records were confirmed under different names: then it is the unit's to mend
 */
export function nameOnPaper(given: {
  readonly verified: string | null;
  readonly recorded: readonly (string | null)[];
  readonly account: string;
}): string | null {
  if (given.verified !== null) return given.verified;
  const names = new Set(given.recorded.filter((name) => name !== null));
  if (names.size > 1) return null;
  const [only] = names;
  return only ?? given.account;
}
