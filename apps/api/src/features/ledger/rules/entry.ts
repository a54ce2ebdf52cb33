import { type Canonical, canonicalJson } from '@xiaolin/shared-types/contract/canonical';

/** Who brought an entry about, and through which membership. */
export interface EntryAuthor {
  readonly actorId: string;
  readonly role: string;
  readonly scopeId: string | null;
}

export interface EntryFacts {
  readonly unitId: string;
  readonly sequence: number;
  readonly event: string;
  readonly at: string;
  readonly by: EntryAuthor | null;
  readonly reason: string | null;
  /** The whole row of the record, as the transaction leaves it. */
  readonly record: Readonly<Record<string, string | number | null>>;
}

/** What of an entry is hashed; docs/decisions/0016 names each field. */
export const entryContent = (entry: EntryFacts): string =>
  canonicalJson({
    v: 1,
    unit: entry.unitId,
    sequence: entry.sequence,
    event: entry.event,
    at: entry.at,
    by: entry.by && { actor: entry.by.actorId, role: entry.by.role, scope: entry.by.scopeId },
    reason: entry.reason,
    record: entry.record,
  });

/** What stands in an entry's content, or undefined where it is not one. */
export function readContent(content: string):
  | {
      readonly unit: Canonical;
      readonly sequence: Canonical;
      readonly event: Canonical;
      readonly at: Canonical;
      readonly record: Readonly<Record<string, string | number | null>>;
    }
  | undefined {
  try {
    const { unit, sequence, event, at, record } = JSON.parse(content) as Record<string, Canonical>;
    if (typeof record !== 'object' || record === null || unit === undefined) return undefined;
    return {
      unit,
      sequence: sequence ?? null,
      event: event ?? null,
      at: at ?? null,
      record: record as Record<string, string | number | null>,
    };
  } catch {
    return undefined;
  }
}
