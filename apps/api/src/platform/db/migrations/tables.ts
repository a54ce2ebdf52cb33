import { double, flag, id, index, instant, key, long, none, table, text, unique, whole } from './columns.js';

/* Every table of the first release. A table is changed by a new migration, never here. */

export const organization = table({
  name: 'organization',
  columns: [
    key(),
    id('parent_id', none),
    text('kind', 20),
    text('name', 60),
    text('short_name', 30),
    /** `/district/street/community/`: a subtree is everything that begins with its root's path. */
    text('path', 190),
    text('phone', 20, none),
    whole('sort'),
    flag('illustrative'),
  ],
  indices: [index('ix_organization_parent', 'parent_id'), index('ix_organization_path', 'path')],
});

export const person = table({
  name: 'person',
  columns: [
    key(),
    text('display_name', 40),
    text('phone', 20, none),
    text('wechat_open_id', 64, none),
    text('demo_kind', 20, none),
    text('demo_description', 100, none),
    flag('illustrative'),
    instant('created_at'),
  ],
  uniques: [unique('uq_person_open_id', 'wechat_open_id')],
  indices: [index('ix_person_demo', 'demo_kind')],
});

/** A child, elder or neighbour for whom a person signs up: least data. */
export const dependant = table({
  name: 'dependant',
  columns: [
    key(),
    id('owner_id'),
    text('name', 40),
    text('kind', 12),
    whole('birth_year', none),
    instant('created_at'),
  ],
  indices: [index('ix_dependant_owner', 'owner_id', 'created_at')],
});

export const membership = table({
  name: 'membership',
  columns: [
    key(),
    id('person_id'),
    id('organization_id'),
    text('role', 20),
    instant('starts_at'),
    instant('ends_at', none),
  ],
  indices: [
    index('ix_membership_person', 'person_id'),
    index('ix_membership_organization', 'organization_id'),
  ],
});

export const studentProfile = table({
  name: 'student_profile',
  columns: [
    id('person_id', { isPrimary: true }),
    id('university_id'),
    id('school_id', none),
    text('student_number', 30),
    instant('verified_at', none),
  ],
});

export const sessionRevocation = table({
  name: 'session_revocation',
  columns: [id('session_id', { isPrimary: true }), instant('revoked_at'), instant('expires_at')],
  indices: [index('ix_session_revocation_revoked', 'revoked_at')],
});

export const category = table({
  name: 'category',
  columns: [key(), text('name', 20), text('cover', 20), whole('sort')],
});

export const activity = table({
  name: 'activity',
  columns: [
    key(),
    id('organization_id'),
    text('title', 60),
    long('summary'),
    id('category_id'),
    text('responsible_name', 20),
    text('responsible_phone', 20),
    text('place_name', 60),
    text('place_detail', 60),
    double('latitude', none),
    double('longitude', none),
    text('risk_text', 500),
    flag('hazardous'),
    text('insurance_text', 200),
    text('audience_text', 100),
    text('cover', 20, none),
    text('status', 20),
    whole('version'),
    /** What the search looks in, folded to one case and width. */
    text('search_text', 400),
    text('cancelled_reason', 200, none),
    instant('published_at', none),
    id('created_by'),
    instant('created_at'),
    instant('updated_at'),
    flag('illustrative'),
  ],
  indices: [
    index('ix_activity_organization', 'organization_id', 'status'),
    index('ix_activity_status', 'status', 'updated_at'),
  ],
});

export const line = table({
  name: 'line',
  columns: [
    key(),
    text('kind', 12),
    id('activity_id'),
    id('organization_id'),
    /** Repeated from the activity so that a clash can be named under the lock. */
    text('title', 100),
    /** Seen and open to sign-up only once its activity is published. */
    flag('published'),
    flag('called_off'),
    instant('starts_at'),
    instant('ends_at'),
    instant('opens_at'),
    instant('closes_at'),
    whole('capacity'),
    whole('waitlist_limit'),
    whole('taken'),
    whole('waiting'),
    /** The position that the next signup gets; never goes back. */
    whole('next_position'),
    /** No seat is offered from so many minutes before the start. */
    whole('offer_cutoff_minutes', { default: 120 }),
    text('mode', 12, { default: "'first-come'" }),
    /** The most people of one signup. */
    whole('party_limit', { default: 1 }),
    /** No live offer ends before this moment: a lower bound, so that the job finds lines without reading places. */
    instant('offers_until', none),
  ],
  indices: [
    index('ix_line_offers', 'offers_until'),
    index('ix_line_activity', 'activity_id'),
    index('ix_line_list', 'kind', 'published', 'starts_at', 'id'),
    index('ix_line_organization', 'organization_id', 'kind', 'starts_at'),
  ],
});

export const signup = table({
  name: 'signup',
  columns: [
    key(),
    id('line_id'),
    id('person_id'),
    text('status', 24),
    whole('position'),
    /** The person and those who come along. */
    whole('seats', { default: 1 }),
    id('registered_by'),
    instant('decided_at'),
    instant('cancelled_at', none),
    text('cancel_reason', 200, none),
    text('reason_code', 20, none),
    instant('offer_until', none),
  ],
  uniques: [
    unique('uq_signup_person', 'line_id', 'person_id'),
    unique('uq_signup_position', 'line_id', 'position'),
  ],
  indices: [
    index('ix_signup_person', 'person_id', 'status'),
    index('ix_signup_line', 'line_id', 'status', 'position'),
  ],
});

/** Who comes along with the owner of a place; names as they were when the place was taken. */
export const signupGuest = table({
  name: 'signup_guest',
  columns: [
    id('signup_id', { isPrimary: true }),
    whole('seq', { isPrimary: true }),
    id('dependant_id', none),
    text('name', 40),
    text('kind', 12),
  ],
});

export const signupEvent = table({
  name: 'signup_event',
  columns: [
    key(),
    id('signup_id'),
    id('line_id'),
    id('actor_id'),
    text('action', 24),
    text('before_status', 24, none),
    text('after_status', 24),
    whole('position'),
    text('reason', 200, none),
    instant('at'),
  ],
  indices: [index('ix_signup_event_signup', 'signup_id')],
});

export const requestAnswer = table({
  name: 'request_answer',
  columns: [
    /** Actor and request key in one column: a batch of 500 is then one list on the primary key. */
    text('slot', 101, { isPrimary: true }),
    text('body_hash', 43),
    long('answer'),
    instant('at'),
  ],
});

export const serviceRole = table({
  name: 'service_role',
  columns: [
    key(),
    id('activity_id'),
    text('name', 30),
    text('description', 500),
    flag('counts'),
    text('not_counted_reason', 100, none),
    instant('created_at'),
  ],
  indices: [index('ix_service_role_activity', 'activity_id')],
});

export const shift = table({
  name: 'shift',
  columns: [
    key(),
    id('service_role_id'),
    id('activity_id'),
    whole('break_minutes'),
    text('meeting_point', 60, none),
  ],
  indices: [index('ix_shift_role', 'service_role_id'), index('ix_shift_activity', 'activity_id')],
});

export const attendance = table({
  name: 'attendance',
  columns: [
    key(),
    id('shift_id'),
    id('person_id'),
    text('state', 20),
    instant('in_at', none),
    text('in_method', 20, none),
    instant('out_at', none),
    text('out_method', 20, none),
  ],
  uniques: [unique('uq_attendance_person', 'shift_id', 'person_id')],
  indices: [index('ix_attendance_person', 'person_id')],
});

export const attendanceEvent = table({
  name: 'attendance_event',
  columns: [
    key(),
    id('shift_id'),
    id('person_id'),
    id('actor_id'),
    text('direction', 3),
    text('method', 20),
    text('outcome', 20),
    instant('device_time'),
    instant('server_time'),
    /** The nonce of a volunteer's one-time code: used once, ever. */
    text('code_nonce', 32, none),
    text('reason', 100, none),
  ],
  uniques: [unique('uq_attendance_event_nonce', 'code_nonce')],
  indices: [index('ix_attendance_event_shift', 'shift_id', 'person_id')],
});

export const hourRecord = table({
  name: 'hour_record',
  columns: [
    key(),
    id('shift_id'),
    id('person_id'),
    id('activity_id'),
    id('recording_unit_id'),
    whole('version'),
    flag('is_current'),
    text('status', 20),
    whole('minutes'),
    text('flags', 200),
    whole('flag_count'),
    long('computation'),
    text('due_on', 10),
    instant('shift_starts_at'),
    instant('shift_ends_at'),
    id('decided_by', none),
    instant('decided_at', none),
    text('rejection_reason', 200, none),
    instant('created_at'),
  ],
  uniques: [unique('uq_hour_record_version', 'shift_id', 'person_id', 'version')],
  indices: [
    index('ix_hour_record_person', 'person_id', 'is_current', 'shift_starts_at'),
    index('ix_hour_record_unit', 'recording_unit_id', 'status', 'is_current'),
  ],
});

export const journal = table({
  name: 'journal',
  columns: [
    key(),
    text('subject_kind', 20),
    id('subject_id'),
    id('actor_id'),
    text('actor_role', 20),
    id('scope_id', none),
    text('action', 30),
    text('before_state', 30, none),
    text('after_state', 30, none),
    text('reason', 200, none),
    instant('at'),
  ],
  indices: [index('ix_journal_subject', 'subject_kind', 'subject_id')],
});

export const outbox = table({
  name: 'outbox',
  columns: [
    key(),
    text('topic', 40),
    long('payload'),
    instant('created_at'),
    /** Not before this moment; moved on after each failure. Null once it is done or given up. */
    instant('due_at', none),
    whole('attempts'),
    id('lease_owner', none),
    instant('lease_until', none),
    instant('done_at', none),
    instant('dead_at', none),
    text('last_error', 200, none),
  ],
  indices: [index('ix_outbox_due', 'due_at'), index('ix_outbox_dead', 'dead_at')],
});

export const message = table({
  name: 'message',
  columns: [
    key(),
    id('person_id'),
    text('kind', 40),
    long('facts'),
    /** What happened, so that a message about it reaches a person once. */
    text('event_key', 100),
    instant('created_at'),
    instant('read_at', none),
  ],
  uniques: [unique('uq_message_event', 'person_id', 'event_key')],
  indices: [
    index('ix_message_list', 'person_id', 'created_at', 'id'),
    index('ix_message_unread', 'person_id', 'read_at'),
  ],
});
