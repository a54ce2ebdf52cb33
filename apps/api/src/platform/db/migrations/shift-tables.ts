import { id, index, instant, key, long, none, table, text, unique, whole } from './columns.js';

/* What shifts need beside the first tables: what a role asks, who may change places, ways out that were missed. */

/** What somebody else confirms about a volunteer: a training that was done, a guardian's consent. */
export const qualification = table({
  name: 'qualification',
  columns: [
    key(),
    id('person_id'),
    /** Counts there and in everything below it. */
    id('organization_id'),
    text('kind', 20),
    text('name', 30),
    /** The guardian's, whole: staff call it. Null for a training. */
    text('phone', 20, none),
    text('state', 12),
    text('done_on', 10, none),
    text('valid_until', 10, none),
    instant('asked_at'),
    id('decided_by', none),
    instant('decided_at', none),
    text('reason', 100, none),
  ],
  indices: [
    index('ix_qualification_person', 'person_id', 'kind'),
    index('ix_qualification_waiting', 'organization_id', 'state', 'asked_at'),
  ],
});

/** What people say they can; no row: nothing. */
export const personSkills = table({
  name: 'person_skills',
  columns: [id('person_id', { isPrimary: true }), long('skills'), instant('declared_at')],
});

/** JSON of the contract's RoleRequirements; null: nothing is asked. */
export const requirements = long('requirements', none);
/** Whether volunteers may change shifts of the role among themselves. */
export const swaps = whole('swaps', { default: 1 });
/** When the role was taken away; its shifts are called off and its records stay. */
export const removedAt = instant('removed_at', none);

export const shiftSwap = table({
  name: 'shift_swap',
  columns: [
    key(),
    id('shift_id'),
    id('signup_id'),
    id('from_id'),
    text('kind', 10),
    text('state', 10),
    /** What is given to somebody else, by whatever way. */
    text('code', 8),
    id('to_id', none),
    /** What is given in return. */
    id('to_signup_id', none),
    id('to_shift_id', none),
    instant('offered_at'),
    instant('decided_at', none),
  ],
  uniques: [unique('uq_shift_swap_code', 'code')],
  indices: [
    index('ix_shift_swap_shift', 'shift_id', 'state'),
    index('ix_shift_swap_from', 'from_id', 'state'),
    index('ix_shift_swap_to', 'to_id', 'state'),
  ],
});

/** A time of leaving that one side proposed and the other has to confirm. */
export const wayOut = table({
  name: 'way_out',
  columns: [
    key(),
    id('shift_id'),
    id('person_id'),
    text('side', 10),
    id('proposed_by'),
    /** The organization through which staff proposed it; another level may answer for the volunteer in the end. */
    id('scope_id', none),
    instant('out_at'),
    text('reason', 100),
    text('state', 10),
    instant('proposed_at'),
    id('answered_by', none),
    instant('answered_at', none),
    text('answer_reason', 100, none),
  ],
  indices: [index('ix_way_out_stay', 'shift_id', 'person_id', 'state')],
});

/** When whoever is still checked in was reminded to check out; once. */
export const remindedAt = instant('reminded_at', none);
