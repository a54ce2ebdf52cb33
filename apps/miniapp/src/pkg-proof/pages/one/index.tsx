import type { CorrectionView } from '@xiaolin/shared-types/corrections/schema';
import { useCallback, useState } from 'react';
import { escalate, loadOne, withdraw } from '@/features/corrections/api';
import { useIntent, useKept } from '@/features/corrections/use-kept';
import { About } from '@/features/corrections/ui/about';
import { Trail } from '@/features/corrections/ui/trail';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { correctionWords as words } from '@/shared/i18n/zh-CN/corrections';
import { useQuery } from '@/shared/platform/navigation';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { PictureStrip } from '@/shared/ui/picture-field/strip';
import { LiveNote } from '@/shared/ui/result';
import { Confirm } from '@/shared/ui/sheet';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';

/** One of the volunteer's corrections, with everything that happened. */
export default function CorrectionPage() {
  const { id = '' } = useQuery();
  const data = usePageData(useCallback(() => loadOne(id), [id]));
  const { value, problem, reload, replace } = data;
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Page
      title={words.one}
      ownHeading={value !== null}
      bottom={
        value?.mayEscalate ? (
          <BottomBar note={words.escalateNote}>
            <Button block onPress={() => setAsking(true)}>
              {words.escalate}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <OfflineNote onRetry={() => void reload()} />
      {value === null && problem === null && <Skeleton shape="detail" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.one(id)}
          onRetry={() => void reload()}
          whySignIn={words.signInWhy}
        />
      )}
      <LiveNote>
        {said !== null && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
      </LiveNote>
      {value !== null && <Whole view={value} />}
      {value?.mayWithdraw === true && (
        <Button block look="bare" onPress={() => setLeaving(true)}>
          {words.withdraw}
        </Button>
      )}
      {value !== null && leaving && (
        <WithdrawSheet
          correctionId={id}
          onClose={() => setLeaving(false)}
          onDone={(next) => {
            replace(next);
            setSaid(words.withdrawn);
            setLeaving(false);
          }}
        />
      )}
      {value !== null && asking && (
        <EscalateSheet
          correctionId={id}
          onClose={() => setAsking(false)}
          onDone={(next) => {
            replace(next);
            setSaid(words.escalated);
            setAsking(false);
          }}
        />
      )}
    </Page>
  );
}

function Whole({ view }: { readonly view: CorrectionView }) {
  return (
    <>
      <About card={view} title={words.one} />
      {view.entry !== null && (
        <Note tone={entryTone[view.entry.status]} className="mt3">
          {entrySentence(view.entry)}
        </Note>
      )}
      <Trail trail={view.trail} now={new Date()} />
      {view.pictures.length > 0 && (
        <>
          <SectionHead>{words.evidence}</SectionHead>
          <PictureStrip ids={view.pictures.map((picture) => picture.id)} label={words.evidence} />
        </>
      )}
      <Box className="mt4" />
    </>
  );
}

type Entry = NonNullable<CorrectionView['entry']>;
const entryTone = { waiting: 'accent', approved: 'ok', rejected: 'earth' } as const;
const entrySentence = ({ status, decidingUnit }: Entry): string =>
  status === 'waiting'
    ? words.entryWaiting(decidingUnit)
    : status === 'approved'
      ? words.entryApproved
      : words.entryRejected;

interface SheetProps {
  readonly correctionId: string;
  readonly onClose: () => void;
  readonly onDone: (view: CorrectionView) => void;
}

function WithdrawSheet({ correctionId, onClose, onDone }: SheetProps) {
  const keyOf = useIntent();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const result = await withdraw(correctionId, keyOf('withdraw'));
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setError(problemText(result.problem, new Date()));
  };
  return (
    <Confirm
      open
      busy={busy}
      title={words.withdrawTitle}
      confirmLabel={words.withdraw}
      consequence={
        <Box>
          {words.withdrawNote}
          <LiveNote>
            {error !== null && (
              <Note tone="warm" className="mt3">
                {error}
              </Note>
            )}
          </LiveNote>
        </Box>
      }
      onConfirm={() => void send()}
      onClose={onClose}
    />
  );
}

function EscalateSheet({ correctionId, onClose, onDone }: SheetProps) {
  const kept = useKept(`xiaolin.escalate.${correctionId}`, (text) => {
    const value: unknown = JSON.parse(text ?? '""');
    return typeof value === 'string' ? value : '';
  });
  const keyOf = useIntent();
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const reason = kept.value.trim();
    if (reason === '') {
      setError(words.escalateMend);
      return;
    }
    setBusy(true);
    const result = await escalate(correctionId, { requestKey: keyOf(reason), reason });
    setBusy(false);
    if (!result.ok) {
      setError(problemText(result.problem, new Date()));
      return;
    }
    kept.forget();
    onDone(result.value);
  };
  return (
    <Confirm
      open
      busy={busy}
      title={words.escalateTitle}
      confirmLabel={words.escalate}
      onConfirm={() => void send()}
      onClose={onClose}
      consequence={
        <Box>
          {words.escalateNote}
          <Field
            id="escalate-reason"
            label={words.escalateWhy}
            error={error}
            multiline
            maxLength={500}
            value={kept.value}
            onChange={kept.change}
          />
        </Box>
      }
    />
  );
}
