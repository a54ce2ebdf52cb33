import type { Role } from '@xiaolin/shared-types/contract/access';
import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import type { LineKind, SignupMode } from '@xiaolin/shared-types/signups/schema';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';

/* Rows for specs, written straight into the tables: what a spec does not name gets a value that changes nothing. */

let serial = 0;
const nextId = (kind: string): string => `${kind}-${(serial += 1)}`;

export async function anOrganization(
  tx: Tx,
  given: {
    id?: string;
    parentPath?: string;
    kind?: OrganizationKind;
    name?: string;
    phone?: string | null;
  } = {},
): Promise<{ id: string; path: string }> {
  const id = given.id ?? nextId('org');
  const parentPath = given.parentPath ?? '/';
  const path = `${parentPath}${id}/`;
  await insertRows(tx, 'organization', [
    {
      id,
      parent_id: parentPath === '/' ? null : (parentPath.split('/').at(-2) ?? null),
      kind: given.kind ?? 'community',
      name: given.name ?? `组织${id}`,
      short_name: given.name ?? id,
      path,
      phone: given.phone ?? null,
      sort: 0,
      illustrative: true,
    },
  ]);
  return { id, path };
}

export async function aPerson(
  tx: Tx,
  given: { id?: string; name?: string; phone?: string } = {},
): Promise<{ id: string }> {
  const [person] = await people(tx, 1, given);
  return person as { id: string };
}

/** Many people in one statement. */
export async function people(
  tx: Tx,
  amount: number,
  given: { id?: string; name?: string; phone?: string } = {},
): Promise<{ id: string }[]> {
  const made = Array.from({ length: amount }, () => ({ id: given.id ?? nextId('person') }));
  await insertRows(
    tx,
    'person',
    made.map(({ id }) => ({
      id,
      display_name: given.name ?? `人${id}`,
      phone: given.phone ?? null,
      wechat_open_id: null,
      demo_kind: null,
      demo_description: null,
      illustrative: true,
      // A grown-up, as volunteers usually are.
      birth_year: 1990,
      created_at: '2026-01-01T00:00:00.000Z',
    })),
  );
  return made;
}

export async function aMembership(
  tx: Tx,
  personId: string,
  organizationId: string,
  role: Role = 'worker',
): Promise<void> {
  await insertRows(tx, 'membership', [
    {
      id: nextId('membership'),
      person_id: personId,
      organization_id: organizationId,
      role,
      starts_at: '2020-01-01T00:00:00.000Z',
      ends_at: null,
    },
  ]);
}

/** A published line with a window that is open in 2026, unless told otherwise. */
export async function aLine(
  tx: Tx,
  given: Partial<{
    id: string;
    kind: LineKind;
    activityId: string;
    organizationId: string;
    title: string;
    published: boolean;
    calledOff: boolean;
    startsAt: string;
    endsAt: string;
    opensAt: string;
    closesAt: string;
    capacity: number;
    waitlistLimit: number;
    partyLimit: number;
    mode: SignupMode;
    courseId: string;
  }> = {},
): Promise<{ id: string }> {
  const id = given.id ?? nextId('line');
  await insertRows(tx, 'line', [
    {
      id,
      kind: given.kind ?? 'occurrence',
      activity_id: given.activityId ?? 'activity-none',
      organization_id: given.organizationId ?? 'organization-none',
      title: given.title ?? `活动${id}`,
      published: given.published ?? true,
      called_off: given.calledOff ?? false,
      starts_at: given.startsAt ?? '2026-12-01T06:00:00.000Z',
      ends_at: given.endsAt ?? '2026-12-01T08:00:00.000Z',
      opens_at: given.opensAt ?? '2026-11-01T00:00:00.000Z',
      closes_at: given.closesAt ?? '2026-12-01T06:00:00.000Z',
      capacity: given.capacity ?? 10,
      waitlist_limit: given.waitlistLimit ?? 1_000,
      taken: 0,
      waiting: 0,
      next_position: 1,
      party_limit: given.partyLimit ?? 1,
      mode: given.mode ?? 'first-come',
      course_id: given.courseId ?? null,
    },
  ]);
  return { id };
}

/** A course of two-hour dates that are taken as a whole; its id is its activity's. */
export async function aCourse(
  tx: Tx,
  starts: readonly string[],
  given: Partial<{
    id: string;
    title: string;
    capacity: number;
    waitlistLimit: number;
    partyLimit: number;
    closesAt: string;
    mode: SignupMode;
  }> = {},
): Promise<{ id: string; dates: readonly { id: string; startsAt: string }[] }> {
  const id = given.id ?? nextId('course');
  const endOf = (start: string) => new Date(Date.parse(start) + 7_200_000).toISOString();
  const whole = { closesAt: starts[0] ?? '', ...given, activityId: id };
  await aLine(tx, {
    ...whole,
    id,
    kind: 'course',
    startsAt: starts[0] ?? '',
    endsAt: endOf(starts.at(-1) ?? ''),
  });
  const dates = [];
  for (const startsAt of starts) {
    const date = await aLine(tx, {
      ...whole,
      id: nextId('date'),
      courseId: id,
      startsAt,
      endsAt: endOf(startsAt),
    });
    dates.push({ id: date.id, startsAt });
  }
  return { id, dates };
}
