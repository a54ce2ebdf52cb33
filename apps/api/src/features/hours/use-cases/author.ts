/** Who did something to a record, and through which membership; null scope for the volunteer's own doing. */
export interface Author {
  readonly actorId: string;
  readonly role: string;
  readonly scopeId: string | null;
}
