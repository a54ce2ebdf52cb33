import type { AdmissionOutcome, DoorEntry } from '@xiaolin/shared-types/admissions/schema';
import type { Failure } from '@/shared/api/failure';
import { doorSheets as words } from '@/shared/i18n/zh-CN/door';
import { sendExcuse } from '../api';
import { CountSheet } from './count-sheet';
import { ReasonSheet } from './reason-sheet';
import type { Door } from './use-door';

/** What is asked before it is done; `some` follows a scan that let a whole party in. */
export type Asking =
  | { readonly act: 'tick' | 'undo' | 'excuse'; readonly entry: DoorEntry }
  | { readonly act: 'some'; readonly outcome: AdmissionOutcome }
  | null;

interface DoorSheetsProps {
  readonly occurrenceId: string;
  readonly asking: Asking;
  readonly door: Door;
  readonly onExcused: (name: string) => void;
  readonly onClose: () => void;
}

export function DoorSheets({ asking, ...props }: DoorSheetsProps) {
  if (asking === null) return null;
  if (asking.act === 'some') return <SomeOfThem outcome={asking.outcome} {...props} />;
  const { entry } = asking;
  if (asking.act === 'tick') return <Tick entry={entry} {...props} />;
  return asking.act === 'undo' ? <Undo entry={entry} {...props} /> : <Excuse entry={entry} {...props} />;
}

type SheetProps = Omit<DoorSheetsProps, 'asking'> & { readonly entry: DoorEntry };

function Tick({ entry, door, onClose }: SheetProps) {
  const { signupId, displayName, seats, admittedSeats } = entry;
  return (
    <CountSheet
      title={words.tickTitle(displayName)}
      lead={words.tickLead(seats, admittedSeats)}
      action={words.tick}
      most={seats - admittedSeats}
      onCount={(count, requestKey) => door.tick({ signupId, seats: count, requestKey })}
      onClose={onClose}
    />
  );
}

function Undo({ entry, door, onClose }: SheetProps) {
  const { signupId, displayName, admittedSeats } = entry;
  return (
    <ReasonSheet
      title={words.undoTitle(displayName)}
      lead={words.undoLead(admittedSeats)}
      action={words.undo}
      grave
      reasons={words.undoReasons}
      onReason={(reason, requestKey) => door.undo({ signupId, seats: admittedSeats, reason, requestKey })}
      onClose={onClose}
    />
  );
}

function Excuse({ occurrenceId, entry, onExcused, onClose }: SheetProps) {
  const { signupId, displayName } = entry;
  const excuse = async (reason: string, requestKey: string): Promise<Failure | null> => {
    const result = await sendExcuse(occurrenceId, { signupId, reason, requestKey });
    if (result.ok) onExcused(displayName);
    return result.ok ? null : result.problem;
  };
  return (
    <ReasonSheet
      title={words.excuseTitle(displayName)}
      lead={words.excuseLead}
      action={words.excuse}
      reasons={words.excuseReasons}
      onReason={excuse}
      onClose={onClose}
    />
  );
}

/** A scan lets in the whole party; whoever has not come yet is taken back, and the same ticket lets them in later. */
function SomeOfThem({
  outcome,
  door,
  onClose,
}: Omit<SheetProps, 'entry'> & { readonly outcome: AdmissionOutcome }) {
  const { signupId, personName, changedSeats } = outcome;
  return (
    <CountSheet
      title={words.someTitle(personName)}
      lead={words.someLead}
      action={words.some}
      most={changedSeats - 1}
      onCount={(count, requestKey) =>
        door.undo({ signupId, seats: changedSeats - count, reason: words.someReason(count), requestKey })
      }
      onClose={onClose}
    />
  );
}
