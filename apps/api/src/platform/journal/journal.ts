import { insertRows } from '../db/rows.js';
import type { Tx } from '../db/unit-of-work.js';

/** One change of state, never altered afterwards. */
export interface JournalEntry {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly actorId: string;
  readonly actorRole: string;
  /** The organization through which the actor may do this; null for a person's own affairs. */
  readonly scopeId: string | null;
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/** Appends to the trail of who changed what, in the transaction that changes it. */
export async function writeJournal(
  tx: Tx,
  entries: readonly JournalEntry[],
  stamp: { readonly nextId: () => string; readonly at: string },
): Promise<void> {
  await insertRows(
    tx,
    'journal',
    entries.map((entry) => ({
      id: stamp.nextId(),
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      actor_id: entry.actorId,
      actor_role: entry.actorRole,
      scope_id: entry.scopeId,
      action: entry.action,
      before_state: entry.before,
      after_state: entry.after,
      reason: entry.reason,
      at: stamp.at,
    })),
  );
}
