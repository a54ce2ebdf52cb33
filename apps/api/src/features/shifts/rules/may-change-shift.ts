/** A shift as it stands and as it is wanted; moments are ISO 8601. */
export interface ShiftFacts {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly meetingPoint: string | null;
}

/** Once it has begun people are checked in, and minutes are counted by what was planned. */
export const hasBegun = ({ startsAt }: Pick<ShiftFacts, 'startsAt'>, now: Date): boolean =>
  now.getTime() >= Date.parse(startsAt);

/** Whether its volunteers must hear of it, and may leave as if nothing had closed. */
export const isMoved = (before: ShiftFacts, after: ShiftFacts): boolean =>
  before.startsAt !== after.startsAt ||
  before.endsAt !== after.endsAt ||
  before.meetingPoint !== after.meetingPoint;
