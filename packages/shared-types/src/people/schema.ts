import * as v from 'valibot';
import { Id, Instant, text } from '../contract/fields.js';
import { MembershipView } from '../organizations/schema.js';

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
});
export type MeView = v.InferOutput<typeof MeView>;

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
