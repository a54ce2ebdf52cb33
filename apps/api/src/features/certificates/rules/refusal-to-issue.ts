/** A period in district days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Whether a certificate may speak of this period: in order, not beyond today, not longer than a course of study. */
export function isPeriod({ from, to }: Period, today: string, longestDays: number): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return from <= to && to <= today && days < longestDays && from >= '2020-01-01';
}

/** Why no certificate can be made of these records; null when one can. */
export function refusalToIssue(
  records: number,
  minutes: number,
  most: number,
): 'certificate.nothing-confirmed' | 'certificate.too-many-records' | null {
  if (records > most) return 'certificate.too-many-records';
  return minutes > 0 ? null : 'certificate.nothing-confirmed';
}
