import type { DemoPersonView, MeView, SessionView } from '@xiaolin/shared-types/people/schema';
import type { ListDemoPeople } from '../use-cases/list-demo-people.js';
import type { Session } from '../use-cases/session.js';
import type { Me } from '../use-cases/show-me.js';

export const presentSession = ({ token, expiresAt, person }: Session): SessionView => ({
  token,
  expiresAt,
  person: { id: person.id, displayName: person.displayName },
});

export const presentDemoPerson = (
  row: Awaited<ReturnType<ListDemoPeople['execute']>>[number],
): DemoPersonView => ({
  id: row.id,
  displayName: row.display_name,
  description: row.demo_description ?? '',
  kind: row.demo_kind,
});

export const presentMe = ({ person, home, student, memberships, unreadMessages }: Me): MeView => ({
  id: person.id,
  displayName: person.display_name,
  illustrative: person.illustrative === 1,
  student:
    student === undefined
      ? null
      : {
          universityName: student.university_name,
          schoolName: student.school_name,
          verified: student.verified_at !== null,
        },
  memberships: memberships.map((row) => ({
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    organizationKind: row.organization_kind,
    role: row.role,
  })),
  unreadMessages,
  home: home === undefined ? null : { id: home.id, name: home.name },
  birthYear: person.birth_year,
});
