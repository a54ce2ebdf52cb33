/** What is wrong with a ledger, in the order in which somebody would look into it. */
export type LedgerFault =
  | { readonly kind: 'entry-missing'; readonly sequence: number; readonly found: number }
  | { readonly kind: 'link-broken'; readonly sequence: number }
  | { readonly kind: 'entry-mislabelled'; readonly sequence: number; readonly columns: readonly string[] }
  | { readonly kind: 'end-missing'; readonly sequence: number; readonly last: number }
  | { readonly kind: 'head-differs'; readonly sequence: number }
  | { readonly kind: 'signature-invalid'; readonly day: string; readonly keyId: string }
  | { readonly kind: 'key-unknown'; readonly day: string; readonly keyId: string }
  | {
      readonly kind: 'signed-end-missing';
      readonly day: string;
      readonly sequence: number;
      readonly last: number;
    }
  | { readonly kind: 'signed-otherwise'; readonly day: string; readonly sequence: number }
  | { readonly kind: 'day-missing'; readonly day: string }
  | {
      readonly kind: 'record-altered';
      readonly recordId: string;
      readonly sequence: number;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'record-missing'; readonly recordId: string; readonly sequence: number }
  | { readonly kind: 'record-unknown'; readonly recordId: string };

export interface Change {
  readonly column: string;
  readonly was: string | number | null;
  readonly is: string | number | null;
}

type Columns = Readonly<Record<string, string | number | null>>;

/** What differs between a record as the ledger has it and as it is. */
export const changesBetween = (was: Columns, is: Columns): Change[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .filter((column) => was[column] !== is[column])
    .map((column) => ({ column, was: was[column] ?? null, is: is[column] ?? null }));

/** A fault as a sentence for whoever runs the system. */
export function faultSentence(fault: LedgerFault): string {
  switch (fault.kind) {
    case 'entry-missing':
      return `entry ${fault.sequence} is missing: entry ${fault.found} stands in its place`;
    case 'link-broken':
      return `entry ${fault.sequence} does not follow the one before it: its content, its hash or its place was changed`;
    case 'entry-mislabelled':
      return `entry ${fault.sequence} says otherwise in its columns (${fault.columns.join(', ')}) than in its content`;
    case 'end-missing':
      return `the ledger ends at entry ${fault.last}, but its head stands at ${fault.sequence}: the end was removed`;
    case 'head-differs':
      return `the head does not stand at the last entry, ${fault.sequence}: it was changed, or entries were added beside it`;
    case 'signature-invalid':
      return `the head signed for ${fault.day} was not signed by us: key ${fault.keyId} does not fit its content`;
    case 'key-unknown':
      return `the head signed for ${fault.day} cannot be checked: put key ${fault.keyId} into SIGNING_KEYS_RETIRED`;
    case 'signed-end-missing':
      return `the head signed for ${fault.day} covers ${fault.sequence} entries, but only ${fault.last} are there: the end was removed`;
    case 'signed-otherwise':
      return `the head signed for ${fault.day} names another hash for entry ${fault.sequence}: entries up to it were rewritten`;
    case 'day-missing':
      return `the signed head of ${fault.day} is missing between others`;
    case 'record-altered':
      return `record ${fault.recordId} differs from entry ${fault.sequence}: ${fault.changes.map(changeWords).join('; ')}`;
    case 'record-missing':
      return `record ${fault.recordId} of entry ${fault.sequence} is gone`;
    case 'record-unknown':
      return `record ${fault.recordId} stands in no entry: it was put in from outside`;
  }
}

/** Beyond this a value is only named. */
const SHORT = 60;

function changeWords({ column, was, is }: Change): string {
  const long = [was, is].some((value) => typeof value === 'string' && value.length > SHORT);
  return long ? `${column} was changed` : `${column} was ${String(was)}, is ${String(is)}`;
}
