import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import type { Desk } from '@/features/publishing/desk';
import { ConflictNote } from '@/features/publishing/ui/conflict-note';
import { SavedNote } from '@/features/publishing/ui/saved-note';
import { StepHead } from '@/features/publishing/ui/step-head';
import { differences } from '@/features/publishing/model';
import { formOf } from '@/features/publishing/form';
import { problemText } from '@/shared/i18n/problem-text';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Box, Heading } from '@/shared/ui/element';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useState } from 'react';
import { Done } from './done';
import { Preview } from './preview';
import { PublishBar } from './publish-bar';
import { ResumedNote } from './resumed-note';
import { StepBody } from './step-body';
import { type Publishing, usePublishing } from './use-publishing';

interface EditorProps {
  readonly desk: Desk;
  readonly view: StaffActivityView | null;
  /** A new activity that was not finished last time. */
  readonly resumedNew: boolean;
  readonly onStartOver: () => void;
}

export function Editor({ desk, view: opened, resumedNew, onStartOver }: EditorProps) {
  const now = useNow();
  const wide = useWideScreen();
  const publishing = usePublishing(desk, opened);
  const [done, setDone] = useState(false);
  const { draft, step, published } = publishing;
  if (done && draft.view) return <Done activityId={draft.view.id} title={draft.form.title.trim()} />;
  const beside = wide && step !== 'preview';
  return (
    <Page
      title={published ? words.editTitle : words.newTitle}
      ownHeading
      wide
      bottom={<PublishBar publishing={publishing} desk={desk} now={now} onDone={() => setDone(true)} />}
    >
      <StepHead
        step={step}
        onStep={publishing.goToStep}
        saved={<SavedNote {...draft} mend={publishing.unsaveable[0]?.mend ?? null} />}
      />
      <Heading level={1} className="t4 mt1">
        {words.steps[step]}
      </Heading>
      <ResumedNote draft={draft} published={published} fresh={resumedNew} onStartOver={onStartOver} />
      <Conflict publishing={publishing} desk={desk} now={now} />
      <Refused publishing={publishing} now={now} />
      <ErrorSummary
        errors={publishing.attempt > 0 ? publishing.all : []}
        attempt={publishing.attempt}
        title={words.missing(publishing.all.length)}
        onLead={publishing.lead}
      />
      <Box className={beside ? 'w-cols' : undefined}>
        <Box className={beside ? 'w-cols__main' : undefined}>
          <StepBody publishing={publishing} desk={desk} now={now} beside={beside} />
        </Box>
        {beside && (
          <Box as="section" className="w-cols__side" label={words.previewLead}>
            <Preview publishing={publishing} desk={desk} now={now} />
          </Box>
        )}
      </Box>
    </Page>
  );
}

interface PartProps {
  readonly publishing: Publishing;
  readonly desk: Desk;
  readonly now: Date;
}

function Conflict({ publishing, desk, now }: PartProps) {
  const { theirs, base, takeTheirs, keepMine } = publishing.draft;
  if (theirs === null || base === null) return null;
  const names = {
    category: (id: string) => desk.categories.find((each) => each.id === id)?.name ?? '',
    organization: (id: string) => desk.organizations.find((each) => each.id === id)?.name ?? '',
  };
  return (
    <ConflictNote
      differences={differences(base, formOf(theirs.draft, now), names, now)}
      onTakeTheirs={takeTheirs}
      onKeepMine={keepMine}
    />
  );
}

/** Why the server did not take it, where no single field is to blame. */
function Refused({ publishing, now }: Omit<PartProps, 'desk'>) {
  const { problem, refusals } = publishing.draft;
  return (
    <LiveNote>
      {problem !== null && refusals.length === 0 && (
        <Note tone="warm" className="mt3">
          <Box className="b">{words.refused}</Box>
          <Box>{problemText(problem, now)}</Box>
        </Note>
      )}
    </LiveNote>
  );
}
