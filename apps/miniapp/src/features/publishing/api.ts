import { activityRoutes } from '@xiaolin/shared-types/activities/routes';
import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import { organizationRoutes } from '@xiaolin/shared-types/organizations/routes';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { shiftRoutes } from '@xiaolin/shared-types/shifts/routes';
import type { RoleDraft } from '@xiaolin/shared-types/shifts/schema';
import type { Result } from '@/shared/api/failure';
import { api } from '@/shared/session/session';
import { type Desk, deskOf } from './desk';
import type { DraftApi } from './draft-store';

export const draftApi: DraftApi = {
  create: (requestKey, draft) => api(activityRoutes.createDraft, { body: { requestKey, draft } }),
  save: (activityId, version, draft: ActivityDraft, agreed) =>
    api(activityRoutes.saveDraft, {
      params: { activityId },
      body: { version, draft, ...(agreed.length > 0 && { agreed: [...agreed] }) },
    }),
  read: (activityId) => api(activityRoutes.detailForStaff, { params: { activityId } }),
  publish: (activityId) => api(activityRoutes.publish, { params: { activityId } }),
};

/** Whom saving would tell, asked beforehand. */
export const previewChange = (activityId: string, version: number, draft: ActivityDraft) =>
  api(activityRoutes.previewChange, { params: { activityId }, body: { version, draft } });

/** Who writes, for which units, in which categories. */
export async function loadDesk(): Promise<Result<Desk>> {
  const [me, tree, categories] = await Promise.all([
    api(peopleRoutes.me, {}),
    api(organizationRoutes.list, { query: {} }),
    api(activityRoutes.categories, {}),
  ]);
  if (!me.ok) return me;
  if (!tree.ok) return tree;
  if (!categories.ok) return categories;
  return { ok: true, value: deskOf(me.value, tree.value.items, categories.value.items) };
}

export const loadRoles = (activityId: string) => api(shiftRoutes.listRoles, { params: { activityId } });

export const addRole = (activityId: string, body: RoleDraft) =>
  api(shiftRoutes.addRole, { params: { activityId }, body });

export interface Earlier {
  readonly id: string;
  readonly title: string;
}

/** The latest activity of this unit with this cover that was really held or announced: its risks are worth reading again. */
export async function findEarlier(
  organizationId: string,
  cover: string,
  notThis: string | null,
): Promise<Earlier | null> {
  const result = await api(activityRoutes.listForStaff, { query: { organizationId, limit: '30' } });
  const found = result.ok
    ? result.value.items.find(
        (card) => card.cover === cover && card.id !== notThis && ['published', 'ended'].includes(card.status),
      )
    : undefined;
  return found ?? null;
}
