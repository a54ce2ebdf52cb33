import { beforeAll, beforeEach } from '@jest/globals';
import { activityRoutes as routes } from '@xiaolin/shared-types/activities/routes';
import type { ActivityDraft, StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { inboxRoutes } from '@xiaolin/shared-types/inbox/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import { aCategory, aDraft } from './activity-builders.js';
import { type Result, type TestApp, valueOf } from './app.js';
import { aMembership, anOrganization, aPerson, people } from './builders.js';

/** Where the worker of {@link activityDesk} is staff. */
export const HOME = 'community';

interface JournalRow {
  readonly action: string;
  readonly before_state: string | null;
  readonly after_state: string;
  readonly reason: string | null;
}

/**
 * A street with two communities and a foreign one, their staff (`worker` of {@link HOME}, `boss` of the street,
 * `stranger` elsewhere), and everything that a worker does to an activity, over the wire.
 */
export function activityDesk(app: () => TestApp) {
  let serial = 0;
  const key = () => `request-${(serial += 1)}`;

  beforeAll(() =>
    app().seed(async (tx) => {
      const street = await anOrganization(tx, { id: 'street', kind: 'street' });
      await anOrganization(tx, { id: HOME, parentPath: street.path, name: '万溪冲社区' });
      await anOrganization(tx, { id: 'sister', parentPath: street.path });
      await anOrganization(tx, { id: 'elsewhere' });
      await aCategory(tx);
      for (const id of ['worker', 'boss', 'stranger']) await aPerson(tx, { id });
      await aMembership(tx, 'worker', HOME);
      await aMembership(tx, 'boss', 'street');
      await aMembership(tx, 'stranger', 'elsewhere');
    }),
  );
  // Every test begins at the same moment.
  beforeEach(() => app().clock.set('2026-11-23T02:00:00.000Z'));

  const draft = (given: Partial<ActivityDraft> = {}) => aDraft({ organizationId: HOME, ...given });
  const create = (given: Partial<ActivityDraft> = {}, as = 'worker') =>
    app().call(routes.createDraft, { body: { requestKey: key(), draft: draft(given) }, as });
  const created = async (given: Partial<ActivityDraft> = {}, as = 'worker') =>
    valueOf(await create(given, as));
  const publish = (activityId: string, as = 'worker') =>
    app().call(routes.publish, { params: { activityId }, as });

  return {
    key,
    draft,
    create,
    created,
    publish,
    published: async (given: Partial<ActivityDraft> = {}) =>
      valueOf(await publish((await created(given)).id)),
    show: async (activityId: string) =>
      valueOf(await app().call(routes.detailForStaff, { params: { activityId }, as: 'worker' })),
    cancel: (activityId: string, as = 'worker') =>
      app().call(routes.cancel, { params: { activityId }, body: { reason: '下大雨' }, as }),
    save: (
      activity: StaffActivityView,
      change: Partial<ActivityDraft>,
      version = activity.version,
      as = 'worker',
    ) =>
      app().call(routes.saveDraft, {
        params: { activityId: activity.id },
        body: { version, draft: { ...asWritten(activity), ...change } },
        as,
      }),
    /** Residents without any other place, so that no test clashes with the one before. */
    residents: async (amount: number) => (await app().seed((tx) => people(tx, amount))).map(({ id }) => id),
    signUp: async (occurrenceId: string, as: string) =>
      valueOf(
        await app().call(signupRoutes.createForOccurrence, {
          params: { occurrenceId },
          body: { requestKey: key() },
          as,
        }),
      ),
    messagesOf: async (as: string) => {
      await app().deliverOutbox();
      return valueOf(await app().call(inboxRoutes.list, { query: { limit: '100' }, as })).items;
    },
    journalOf: (activityId: string) =>
      app().uow.read((tx) =>
        tx.query<JournalRow>(
          `SELECT action, before_state, after_state, reason FROM journal
            WHERE subject_kind = 'activity' AND subject_id = ? ORDER BY at, id`,
          [activityId],
        ),
      ),
    linesOf: (activityId: string) =>
      app().uow.read((tx) =>
        tx.query<{ title: string; organization_id: string }>(
          'SELECT title, organization_id FROM line WHERE activity_id = ? ORDER BY title, id',
          [activityId],
        ),
      ),
    /** How many rows a table has. */
    rows: (table: string) =>
      app().uow.read(async (tx) =>
        Number((await tx.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n),
      ),
  };
}

/** The fields that a refusal names. */
export const pathsOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : (result.problem.errors ?? []).map(({ path }) => path);

/** An occurrence of an answer as it is sent back. */
export function asRun(run: StaffActivityView['draft']['occurrences'][number] | undefined) {
  if (run === undefined) throw new Error('there is no such occurrence');
  const { line: _, ...written } = run;
  return written;
}

const asWritten = (activity: StaffActivityView): ActivityDraft => ({
  ...activity.draft,
  occurrences: activity.draft.occurrences.map(asRun),
});
