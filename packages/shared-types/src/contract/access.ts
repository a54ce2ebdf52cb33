/** What a membership lets a person do; it reaches the whole subtree of its organization, nothing beside it. */
export const ROLES = ['worker', 'coordinator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Which object of a staff route decides the organization that must be in scope. */
export type ScopeSubject =
  | 'organization'
  | 'activity'
  | 'occurrence'
  | 'shift'
  | 'hour-record'
  | 'qualification'
  | 'way-out'
  | 'correction'
  /** The unit above the one that acted first: whoever reaches only that one may not decide here. */
  | 'unit-above'
  | 'certificate'
  | 'report'
  /** A roster: an occurrence, a course or a shift. */
  | 'line'
  | 'broadcast'
  /** The answer is narrowed to what the caller's memberships reach; no single object is named. */
  | 'own-scope';

/**
 * Who may call a route. It is required: the API refuses to start with a route that has none.
 *
 * - `public`: no account.
 * - `person`: anybody who is signed in; what they see is their own.
 * - `staff`: a current membership with one of `roles` whose subtree holds the subject's organization. The use case
 *   checks the subject inside its own transaction; the guard only turns away people without any such role.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person' }
  | { readonly kind: 'staff'; readonly roles: readonly Role[]; readonly of: ScopeSubject };

export const anyone = { kind: 'public' } as const satisfies Access;
export const person = { kind: 'person' } as const satisfies Access;
export const staff = <const S extends ScopeSubject>(of: S) =>
  ({ kind: 'staff', roles: ['worker', 'administrator'], of }) as const satisfies Access;
/** For what the organiser's own workers must not decide themselves. */
export const administrators = <const S extends ScopeSubject>(of: S) =>
  ({ kind: 'staff', roles: ['administrator'], of }) as const satisfies Access;
/** For what a campus decides about its own students. */
export const coordinators = <const S extends ScopeSubject>(of: S) =>
  ({ kind: 'staff', roles: ['coordinator', 'administrator'], of }) as const satisfies Access;
