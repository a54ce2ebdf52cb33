/** How many parties are asked at once: what the contract's `PromoteSignups` takes. */
const MOST = 50;

/** A whole number that may be sent, or null. */
export function partiesIn(written: string): number | null {
  if (!/^\d+$/.test(written.trim())) return null;
  const parties = Number(written);
  return parties >= 1 && parties <= MOST ? parties : null;
}
