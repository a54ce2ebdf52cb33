import type { DoorEntry, DoorView } from '@xiaolin/shared-types/admissions/schema';
import { useCallback, useEffect, useState } from 'react';
import { loadDoor, loadDoorRoster } from '@/features/door/api';
import { type DoorAct, doorPhaseOf, ticketOf } from '@/features/door/model';
import { DoorCount } from '@/features/door/ui/door-count';
import { DoorList } from '@/features/door/ui/door-list';
import { type Asking, DoorSheets } from '@/features/door/ui/door-sheets';
import { type Door, useDoor } from '@/features/door/ui/use-door';
import { newRequestKey } from '@/shared/api/request-key';
import { type PageData, usePageData } from '@/shared/api/use-page-data';
import { usePolling } from '@/shared/api/use-polling';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { doorListWords, doorSheets, doorWords as words } from '@/shared/i18n/zh-CN/door';
import { useQuery } from '@/shared/platform/navigation';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { canScan } from '@/shared/scan/scan';
import { useScanner } from '@/shared/scan/use-scanner';
import { AnswerCard } from '@/shared/ui/answer-card';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { CodeEntry } from '@/shared/ui/code-entry';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { paths } from '../../parts/paths';
import './index.css';

/** The counts are looked at again this often: a small answer, and others stand at the same door. */
const countMilliseconds = 5_000;

/** The door of one occurrence: tickets, ticks, and afterwards who did not come. */
export default function DoorPage() {
  const { occurrenceId = '' } = useQuery();
  const data = usePageData(useCallback(() => loadDoor(occurrenceId), [occurrenceId]));
  if (data.value !== null) return <OpenDoor data={data} view={data.value} />;
  return (
    <Page title={words.title} wide bottom={<StaffBar current="activities" />}>
      {data.problem === null ? (
        <Skeleton shape="rows" />
      ) : (
        <LoadProblem
          problem={data.problem}
          title={words.failed}
          here={paths.door(occurrenceId)}
          onRetry={() => void data.reload()}
        />
      )}
    </Page>
  );
}

interface OpenDoorProps {
  readonly data: PageData<DoorView>;
  readonly view: DoorView;
}

function OpenDoor({ data, view }: OpenDoorProps) {
  const now = useNow();
  const phase = doorPhaseOf(view, now);
  const open = phase === 'open';
  usePolling(data.reload, countMilliseconds);
  const door = useDoor(view.occurrenceId, (counts) => data.replace({ ...view, ...counts }));
  const [asking, setAsking] = useState<Asking>(null);
  const [note, setNote] = useState('');
  // At a desk one types, or a handheld scanner does; a phone is held over the codes.
  const camera = !useWideScreen() && canScan();

  const scanner = useScanner(words.scan, door.take);
  const openScanner = async () => setNote((await scanner()) ? words.cannotScan : '');
  const bar =
    open && camera ? (
      <BottomBar>
        <Button block icon="scan" busy={door.busy} onPress={() => void openScanner()}>
          {words.scan}
        </Button>
      </BottomBar>
    ) : (
      <StaffBar current="activities" />
    );
  return (
    <Page title={words.title} ownHeading wide bottom={bar}>
      <OfflineNote />
      <Heading level={1} className="t3 mt1">
        {view.title}
      </Heading>
      <Box className="t1 dim num">{spanWords(view.startsAt, view.endsAt, now)}</Box>
      <Answer door={door} onSome={setAsking} />
      <Box className="w-cols w-door">
        <Box className="w-cols__side">
          <DoorCount door={view} />
          {!open && <Note className="mt3">{phaseWords(view, phase, now)}</Note>}
          <LiveNote>{note !== '' && <Note className="mt3">{note}</Note>}</LiveNote>
          {open && <Ticket door={door} main={!camera} />}
          <Box className="row mt3">
            <Link to={paths.desks()}>{words.volunteers}</Link>
          </Box>
        </Box>
        <Box className="w-cols__main">
          <Names view={view} door={door} phase={phase} asking={asking} onAsk={setAsking} />
        </Box>
      </Box>
    </Page>
  );
}

/** What holds while the door is shut. Where nobody was counted, nobody is absent. */
function phaseWords(view: DoorView, phase: ReturnType<typeof doorPhaseOf>, now: Date): string {
  if (phase === 'early') return words.early(momentWords(view.opensAt, now));
  const used = view.admittedSeats > 0;
  if (phase === 'final') return used ? words.final : words.finalUnused;
  const until = momentWords(view.finalAt, now);
  return used ? words.settling(until) : words.settlingUnused(until);
}

function Answer({ door, onSome }: { readonly door: Door; readonly onSome: (asking: Asking) => void }) {
  const { answer } = door;
  const party = answer?.party ?? null;
  return (
    <AnswerCard answer={answer}>
      {answer?.again && (
        <Button size="s" icon="refresh" look="line" className="mr2" busy={door.busy} onPress={door.again}>
          {words.again}
        </Button>
      )}
      {party !== null && (
        <Button size="s" look="line" className="mr2" onPress={() => onSome({ act: 'some', outcome: party })}>
          {words.some}
        </Button>
      )}
      {answer !== null && !answer.passes && (
        <Button size="s" look="line" onPress={door.close}>
          {words.close}
        </Button>
      )}
    </AnswerCard>
  );
}

function Ticket({ door, main }: { readonly door: Door; readonly main: boolean }) {
  const wide = useWideScreen();
  return (
    <CodeEntry
      id="door-code"
      label={words.typed}
      hint={wide ? words.gunHint : words.typedHint}
      mend={words.typedMend}
      action={words.submit}
      busy={door.busy}
      main={main}
      read={ticketOf}
      onCode={door.scan}
    />
  );
}

interface NamesProps {
  readonly view: DoorView;
  readonly door: Door;
  readonly phase: ReturnType<typeof doorPhaseOf>;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
}

function Names({ view, door, phase, asking, onAsk }: NamesProps) {
  const { occurrenceId, admittedSeats, confirmedSeats } = view;
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const load = useCallback(() => loadDoorRoster(occurrenceId, name.trim()), [occurrenceId, name]);
  const roster = usePageData(load);
  const { reload } = roster;
  // Whoever else works at this door changes the counts first: only then is the long list read again.
  useEffect(() => void reload(), [reload, admittedSeats, confirmedSeats]);

  const act = (wanted: DoorAct, entry: DoorEntry) => {
    setSaid('');
    const missing = entry.seats - entry.admittedSeats;
    if (wanted !== 'tick' || missing > 1) onAsk({ act: wanted, entry });
    else
      void door
        .tick({ signupId: entry.signupId, seats: missing, requestKey: newRequestKey() })
        .then((refused) => {
          if (refused !== null) setSaid(problemText(refused, new Date()));
          void reload();
        });
  };
  if (roster.value === null && roster.problem === null) return <Skeleton shape="rows" />;
  return (
    <>
      <LiveNote>
        {said !== '' && <Note className="mt3">{said}</Note>}
        {roster.problem !== null && (
          <Note tone="warm" className="mt3">
            {doorListWords.stale}
            <Button size="s" look="bare" onPress={() => void reload()}>
              {doorListWords.retry}
            </Button>
          </Note>
        )}
      </LiveNote>
      <DoorList entries={roster.value?.items ?? []} phase={phase} name={name} onName={setName} onAct={act} />
      <DoorSheets
        occurrenceId={occurrenceId}
        asking={asking}
        door={door}
        onExcused={(who) => setSaid(doorSheets.excused(who))}
        onClose={() => {
          onAsk(null);
          void reload();
        }}
      />
    </>
  );
}
