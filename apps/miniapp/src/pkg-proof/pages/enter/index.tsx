import {
  MOST_PICTURES,
  type ManualEntryView,
  type Unrecorded,
} from '@xiaolin/shared-types/corrections/schema';
import { type ReactNode, useState } from 'react';
import { enterByHand, loadUnrecorded } from '@/features/corrections/api';
import { momentOfShift, timeOf, whenWords } from '@/features/corrections/model';
import { useIntent, useKept } from '@/features/corrections/use-kept';
import { ShiftTimes } from '@/features/corrections/ui/shift-times';
import type { Failure } from '@/shared/api/failure';
import { usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { deskWords, entryWords as words } from '@/shared/i18n/zh-CN/corrections';
import { scrollToTop } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { ErrorSummary, type FormError } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { PictureField } from '@/shared/ui/picture-field';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';

/** Whom the record is missing, then from when to when, why, and what proves it. */
export default function EnterPage() {
  const list = usePagedList(loadUnrecorded);
  const [chosen, setChosen] = useState<Unrecorded | null>(null);
  const [sent, setSent] = useState<ManualEntryView | null>(null);
  const { items, problem } = list;
  const choose = (one: Unrecorded | null) => {
    setSent(null);
    setChosen(one);
    scrollToTop();
  };
  return (
    <Page title={words.enter} wide bottom={<StaffBar current="hours" />}>
      <OfflineNote onRetry={() => void list.reload()} />
      <LiveNote>
        {sent !== null && (
          <Note tone="ok" className="mt3">
            {words.sent(sent.decidingUnit)}
          </Note>
        )}
      </LiveNote>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.enter}
          onRetry={() => void list.reload()}
        />
      )}
      {items !== null && chosen === null && (
        <Choosing items={items} onChoose={choose}>
          {list.hasMore && (
            <Button
              block
              look="line"
              className="mt4"
              busy={list.loadingMore}
              onPress={() => void list.more()}
            >
              {deskWords.more}
            </Button>
          )}
        </Choosing>
      )}
      {chosen !== null && (
        <EntryForm
          key={`${chosen.shiftId} ${chosen.personId}`}
          one={chosen}
          onBack={() => choose(null)}
          onDone={(entry) => {
            choose(null);
            setSent(entry);
            void list.reload();
          }}
        />
      )}
    </Page>
  );
}

interface ChoosingProps {
  readonly items: readonly Unrecorded[];
  readonly onChoose: (one: Unrecorded) => void;
  readonly children: ReactNode;
}

function Choosing({ items, onChoose, children }: ChoosingProps) {
  if (items.length === 0) return <EmptyState title={words.nobody}>{words.nobodyWhy}</EmptyState>;
  return (
    <>
      <Box className="t1 dim mt1">{words.enterLead}</Box>
      <Heading level={2} className="t3 mt4">
        {words.choose}
      </Heading>
      <Box className="t1 dim">{words.chooseNote}</Box>
      <Box className="mt2" />
      <Rows label={words.choose}>
        {items.map((one, at) => (
          <ListRow
            key={`${one.shiftId} ${one.personId}`}
            title={one.personName}
            note={`${one.activityTitle} ${one.roleName}，${whenWords(one)}${one.mayEnter ? '' : `，${words.own}`}`}
            onPress={one.mayEnter ? () => onChoose(one) : undefined}
            last={at === items.length - 1}
          />
        ))}
      </Rows>
      {children}
    </>
  );
}

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly pictureIds: readonly string[];
}

interface EntryFormProps {
  readonly one: Unrecorded;
  readonly onBack: () => void;
  readonly onDone: (entry: ManualEntryView) => void;
}

function EntryForm({ one, onBack, onDone }: EntryFormProps) {
  const fresh = (): Draft => ({
    from: timeOf(one.shiftStartsAt),
    to: timeOf(one.shiftEndsAt),
    reason: '',
    pictureIds: [],
  });
  const kept = useKept(`xiaolin.entry.${one.shiftId}.${one.personId}`, (text) => {
    try {
      return { ...fresh(), ...(JSON.parse(text ?? '{}') as Partial<Draft>) };
    } catch {
      return fresh();
    }
  });
  const keyOf = useIntent();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const draft = kept.value;
  const change = (part: Partial<Draft>) => kept.change({ ...draft, ...part });
  const inAt = momentOfShift(one.shiftStartsAt, draft.from);
  const outAt = momentOfShift(one.shiftStartsAt, draft.to);
  const faults: FormError[] = [];
  if (inAt === null || outAt === null) faults.push({ field: 'time-from', mend: deskWords.timesMend });
  if (draft.reason.trim() === '') faults.push({ field: 'reason', mend: words.reasonMend });
  if (draft.pictureIds.length === 0) faults.push({ field: 'pictures', mend: words.picturesMend });
  const errors = attempt === 0 ? [] : faults;
  const mendOf = (field: string) => errors.find((each) => each.field === field)?.mend;

  const send = async () => {
    setAttempt(attempt + 1);
    if (busy || faults.length > 0 || inAt === null || outAt === null) return;
    setBusy(true);
    const result = await enterByHand(one.shiftId, {
      requestKey: keyOf(draft),
      personId: one.personId,
      inAt,
      outAt,
      reason: draft.reason.trim(),
      pictureIds: [...draft.pictureIds],
    });
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    kept.forget();
    onDone(result.value);
  };
  return (
    <>
      <Heading level={2} className="t3 mt3">
        {words.pick(one.personName)}
      </Heading>
      <Box className="t1 dim num">{`${one.activityTitle} ${one.roleName}，${whenWords(one)}`}</Box>
      <ErrorSummary errors={errors} attempt={attempt} />
      <ShiftTimes
        shift={one}
        from={draft.from}
        to={draft.to}
        error={mendOf('time-from')}
        onChange={(times) => change(times)}
      />
      <Field
        id="reason"
        label={words.reason}
        error={mendOf('reason')}
        multiline
        maxLength={200}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <PictureField
        id="pictures"
        label={words.pictures}
        hint={words.picturesHint}
        error={mendOf('pictures')}
        most={MOST_PICTURES}
        value={draft.pictureIds}
        onChange={(pictureIds) => change({ pictureIds })}
      />
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.sendFailed}：${problemText(problem, new Date())}`}
          </Note>
        )}
      </LiveNote>
      <Button block className="mt4" busy={busy} onPress={() => void send()}>
        {words.send}
      </Button>
      <Button block look="bare" className="mt2" onPress={onBack}>
        {words.chooseAgain}
      </Button>
    </>
  );
}
