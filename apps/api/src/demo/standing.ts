import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';

const MARK = { subject_kind: 'demonstration', subject_id: 'story' } as const;

/** `own`: somebody's real organizations; `interrupted`: a load that did not come to its end. */
export type DemoStanding = 'empty' | 'own' | 'interrupted' | 'loaded';

export async function standingOf(tx: Tx): Promise<DemoStanding> {
  const [organization] = await tx.query<{ id: string }>('SELECT id FROM organization LIMIT 1');
  if (organization === undefined) return 'empty';
  const marks = await tx.query<{ action: string }>(
    'SELECT action FROM journal WHERE subject_kind = ? AND subject_id = ?',
    [MARK.subject_kind, MARK.subject_id],
  );
  if (marks.some(({ action }) => action === 'loaded')) return 'loaded';
  return marks.length > 0 ? 'interrupted' : 'own';
}

/** Written with the first rows and after the last one, so that a load that was cut off is known by its one mark. */
export async function mark(tx: Tx, action: 'began' | 'loaded', at: string): Promise<void> {
  await insertRows(tx, 'journal', [
    {
      id: `demonstration-${action}`,
      ...MARK,
      actor_id: 'system',
      actor_role: 'system',
      scope_id: null,
      action,
      before_state: null,
      after_state: action,
      reason: null,
      at,
    },
  ]);
}
