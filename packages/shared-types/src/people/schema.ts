import * as v from 'valibot';
import { count, Id, Instant, RequestKey, text } from '../contract/fields.js';
import { MembershipView } from '../organizations/schema.js';
import { DEPENDANT_KINDS } from './dependants.js';

export const StudentView = v.object({
  universityName: v.string(),
  schoolName: v.nullable(v.string()),
  verified: v.boolean(),
});

export const MeView = v.object({
  id: Id,
  displayName: v.string(),
  illustrative: v.boolean(),
  student: v.nullable(StudentView),
  memberships: v.array(MembershipView),
  unreadMessages: v.number(),
  /** The community in which the person lives; null where they did not say. */
  home: v.nullable(v.object({ id: Id, name: v.string() })),
  birthYear: v.nullable(v.number()),
});
export type MeView = v.InferOutput<typeof MeView>;

/** Only the year, and only for activities with an age limit: least data, 个人信息保护法 art. 6. */
export const BirthYear = count(1900, 2100);

/** Asked only by activities that are not for everyone; null takes it back. */
export const SaveDetails = v.object({ homeId: v.nullable(Id), birthYear: v.nullable(BirthYear) });

export const SessionView = v.object({
  /** Sent back as `Authorization: Bearer …`. Opaque to callers. */
  token: v.string(),
  expiresAt: Instant,
  person: v.object({ id: Id, displayName: v.string() }),
});
export type SessionView = v.InferOutput<typeof SessionView>;

export const DemoPersonView = v.object({
  id: Id,
  displayName: v.string(),
  /** Who this is in the story, e.g. 居民, 68岁. */
  description: v.string(),
  kind: v.picklist(['resident', 'student', 'worker', 'coordinator', 'street', 'district']),
});
export type DemoPersonView = v.InferOutput<typeof DemoPersonView>;

export const DisplayName = text(20);

const dependantFields = {
  name: DisplayName,
  kind: v.picklist(DEPENDANT_KINDS),
  birthYear: v.nullable(BirthYear),
};

/** Somebody whom a person signs up: seen by that person, and by name on the rosters they are signed up for. */
export const DependantView = v.object({ id: Id, ...dependantFields });
export type DependantView = v.InferOutput<typeof DependantView>;

export const SaveDependant = v.object(dependantFields);
export const CreateDependant = v.object({ requestKey: RequestKey, ...dependantFields });
