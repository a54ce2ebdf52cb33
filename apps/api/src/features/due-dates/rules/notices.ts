/** The staff of a unit is reminded when this many working days are left, or fewer. */
export const REMIND_WORKING_DAYS = 3;

/** A pending record of which nobody was told yet. */
export interface DueRecord {
  readonly id: string;
  readonly unitId: string;
  /** Whoever is above the unit; the unit itself where nothing is. */
  readonly aboveId: string;
  /** A district day. */
  readonly dueOn: string;
}

export type NoticeKind = 'due-soon' | 'overdue';

/** One message: to the staff of one organization, about these records. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly toldId: string;
  readonly records: readonly DueRecord[];
}

/** 志愿服务记录与证明出具办法 art. 11: past its due day, not on it. */
export const isOverdue = (dueOn: string, today: string): boolean => dueOn < today;

/**
 * Who has to hear of what: units of what is due soon, those above them of what is overdue.
 *
 * @param workingDaysLeft until a due day
 */
export function noticesOf(
  kind: NoticeKind,
  records: readonly DueRecord[],
  today: string,
  workingDaysLeft: (dueOn: string) => number,
): Notice[] {
  const concerned = records.filter(({ dueOn }) =>
    isOverdue(dueOn, today)
      ? kind === 'overdue'
      : kind === 'due-soon' && workingDaysLeft(dueOn) <= REMIND_WORKING_DAYS,
  );
  const byTold = new Map<string, DueRecord[]>();
  for (const record of concerned) {
    const toldId = kind === 'overdue' ? record.aboveId : record.unitId;
    byTold.set(toldId, [...(byTold.get(toldId) ?? []), record]);
  }
  return [...byTold].map(([toldId, theirs]) => ({ kind, toldId, records: theirs }));
}

export const oldestOf = (records: readonly Pick<DueRecord, 'dueOn'>[]): string =>
  records.reduce((oldest, { dueOn }) => (oldest === '' || dueOn < oldest ? dueOn : oldest), '');
