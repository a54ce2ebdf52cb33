import type { Desk } from '@/features/publishing/desk';
import { previewChange } from '@/features/publishing/api';
import { draftOf } from '@/features/publishing/form';
import { reductionOf } from '@/features/publishing/draft-store';
import { stepAfter, stepBefore, whoIsTold } from '@/features/publishing/model';
import { conflictId } from '@/features/publishing/ui/conflict-note';
import { usePageData } from '@/shared/api/use-page-data';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { bringToField } from '@/shared/platform/attention';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Confirm } from '@/shared/ui/sheet';
import { LiveNote } from '@/shared/ui/result';
import { useCallback, useState } from 'react';
import type { Publishing } from './use-publishing';

interface PublishBarProps {
  readonly publishing: Publishing;
  readonly desk: Desk;
  readonly now: Date;
  readonly onDone: () => void;
}

/** Forward and back; at the end, or for what is published already, the one button that others notice. */
export function PublishBar(props: PublishBarProps) {
  if (props.publishing.draft.theirs !== null) return <ChooseBar />;
  if (props.publishing.published) return <SaveBar {...props} />;
  if (props.publishing.step === 'preview') return <LastBar {...props} />;
  return <NextBar {...props} />;
}

/** Two versions wait for a choice: nothing is saved until it is made, and its words may be far above. */
function ChooseBar() {
  return (
    <BottomBar note={words.conflictTitle}>
      <Button block onPress={() => bringToField(conflictId)}>
        {words.chooseFirst}
      </Button>
    </BottomBar>
  );
}

/** What is kept only here is said beside the button: the line at the top is out of sight while one types. */
const keptOnlyHere = ({ saving, notKept }: Publishing['draft']): string | undefined => {
  if (notKept) return words.notKept;
  if (saving.kind === 'offline') return words.keptOffline;
  return saving.kind === 'failed' ? words.keptFailed : undefined;
};

function Previous({ publishing }: Pick<PublishBarProps, 'publishing'>) {
  const before = stepBefore(publishing.step);
  if (before === null) return null;
  return (
    <Button look="line" className="p-back" onPress={() => publishing.goToStep(before)}>
      {words.previous}
    </Button>
  );
}

function NextBar({ publishing }: PublishBarProps) {
  const { step, draft } = publishing;
  const after = stepAfter(step) ?? step;
  const lacksInsurance = draft.form.hazardous && draft.form.insuranceText.trim() === '';
  return (
    <BottomBar note={keptOnlyHere(draft)}>
      <Previous publishing={publishing} />
      <Button
        block
        sub={step === 'safety' && lacksInsurance ? words.insuranceLater : undefined}
        onPress={() => publishing.goToStep(after)}
      >
        {words.next(words.steps[after])}
      </Button>
    </BottomBar>
  );
}

function LastBar({ publishing, desk, onDone }: PublishBarProps) {
  const [asking, setAsking] = useState(false);
  const { draft } = publishing;
  const { form } = draft;
  const unit = desk.organizations.find(({ id }) => id === form.organizationId)?.name ?? '';
  const ask = async () => {
    // What the server would miss is known once it has everything.
    await draft.save();
    if (publishing.checkWhole()) setAsking(true);
  };
  const publish = async () => {
    const published = await draft.publish();
    setAsking(false);
    if (published) onDone();
    else publishing.refuse();
  };
  const busy = draft.publishing || draft.saving.kind === 'sending';
  return (
    <BottomBar note={<LiveNote>{lastNote(publishing)}</LiveNote>}>
      <Previous publishing={publishing} />
      <Button block busy={busy} onPress={() => void ask()}>
        {draft.publishing ? words.publishing : words.publish}
      </Button>
      <Confirm
        open={asking}
        title={words.publishTitle}
        consequence={words.publishEffect(unit, form.runs.filter(({ date }) => date !== '').length)}
        confirmLabel={words.publish}
        busy={busy}
        onConfirm={() => void publish()}
        onClose={() => setAsking(false)}
      />
    </BottomBar>
  );
}

const lastNote = ({ all, draft }: Publishing): string => {
  if (all.length > 0) return words.missing(all.length);
  return draft.saving.kind === 'saved' ? words.ready : words.previewOffline;
};

/** What residents see changes only by hand, and says first who hears of it. */
function SaveBar({ publishing, now }: PublishBarProps) {
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState(false);
  /** The worker has seen whom fewer seats touch, and thinks again. */
  const [declined, setDeclined] = useState(false);
  const { draft, step } = publishing;
  const after = stepAfter(step);
  const clean = draft.saving.kind === 'saved';
  const save = async () => {
    setDeclined(false);
    const taken = await draft.save();
    setAsking(false);
    setSaved(taken);
    if (!taken) publishing.refuse();
  };
  const reduction = reductionOf(draft.problem);
  const agree = async () => setSaved(await draft.agreeToReduction());
  return (
    <BottomBar note={saved && clean ? <LiveNote>{words.changeSaved}</LiveNote> : undefined}>
      <Previous publishing={publishing} />
      {after !== null && (
        <Button look="line" className="p-back" onPress={() => publishing.goToStep(after)}>
          {words.nextShort}
        </Button>
      )}
      <Button
        block
        disabled={clean}
        busy={draft.saving.kind === 'sending'}
        onPress={() => publishing.checkSaveable() && setAsking(true)}
      >
        {clean ? words.saveNothing : words.save}
      </Button>
      <Confirm
        open={asking}
        title={words.saveTitle}
        consequence={<Told publishing={publishing} now={now} />}
        confirmLabel={words.save}
        busy={draft.saving.kind === 'sending'}
        onConfirm={() => void save()}
        onClose={() => setAsking(false)}
      />
      {reduction !== null && (
        <Confirm
          open={!declined}
          grave
          title={words.reduceTitle}
          consequence={words.reduceEffect(reduction.people, reduction.names)}
          confirmLabel={words.reduceConfirm(reduction.people)}
          busy={draft.saving.kind === 'sending'}
          onConfirm={() => void agree()}
          onClose={() => setDeclined(true)}
        />
      )}
    </BottomBar>
  );
}

/** The server's count of people; what is known here stands in for it where there is no network. */
function Told({ publishing, now }: Pick<PublishBarProps, 'publishing' | 'now'>) {
  const { view, form } = publishing.draft;
  if (view === null) return null;
  return <ToldOf publishing={publishing} now={now} view={view} form={form} />;
}

interface ToldOfProps extends Pick<PublishBarProps, 'publishing' | 'now'> {
  readonly view: NonNullable<Publishing['draft']['view']>;
  readonly form: Publishing['draft']['form'];
}

function ToldOf({ publishing, now, view, form }: ToldOfProps) {
  const ask = useCallback(
    () => previewChange(view.id, view.version, draftOf(form).draft),
    [view.id, view.version, form],
  );
  const { value, problem } = usePageData(ask);
  if (value !== null)
    return <Box>{value.told > 0 ? words.tellPeople(value.told, value.moves) : words.tellNobody}</Box>;
  if (problem === null) return <Box>{words.tellAsking}</Box>;
  const { moved, seats, elsewhere } = whoIsTold(view, form, now);
  const shifts = (publishing.roles.value?.items ?? []).flatMap((role) => role.shifts);
  const volunteers = shifts
    .filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
    .reduce((sum, { line }) => sum + line.taken, 0);
  return (
    <>
      <Box>{!moved ? words.tellNobody : seats > 0 ? words.tellHolders(seats) : words.tellNobodyYet}</Box>
      {elsewhere && publishing.roles.value === null && <Box>{words.tellVolunteersUnknown}</Box>}
      {elsewhere && volunteers > 0 && <Box>{words.tellVolunteers(volunteers)}</Box>}
    </>
  );
}
