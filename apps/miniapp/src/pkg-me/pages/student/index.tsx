import type { StudentProfileView, StudentState } from '@xiaolin/shared-types/students/schema';
import { useState } from 'react';
import { forgetStudent, loadStudent, saveStudent } from '@/features/student/api';
import { formOf, mendsOf, saidOf, type StudentForm } from '@/features/student/model';
import { CampusSheet } from '@/features/student/ui/campus-sheets';
import type { Failure } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { studentWords as words } from '@/shared/i18n/zh-CN/students';
import { pagePaths } from '@/shared/platform/page-paths';
import type { IconName } from '@/shared/theme/icons';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field, FieldError } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Confirm } from '@/shared/ui/sheet';
import { Skeleton } from '@/shared/ui/states';
import { Note, type Tone } from '@/shared/ui/surfaces';

/** What somebody says about their studies, and what the campus made of it. */
export default function StudentPage() {
  const { value, problem, reload, replace } = usePageData(loadStudent);
  if (value !== null)
    return (
      <Form
        key={value.profile?.submittedAt ?? 'new'}
        profile={value.profile}
        onSaved={(profile) => replace({ profile })}
      />
    );
  return (
    <Page title={words.title}>
      {problem === null ? (
        <Skeleton shape="rows" count={4} />
      ) : (
        <LoadProblem
          title={words.loadFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.student}
          whySignIn={words.signIn}
        />
      )}
    </Page>
  );
}

interface FormProps {
  readonly profile: StudentProfileView | null;
  readonly onSaved: (profile: StudentProfileView | null) => void;
}

function Form({ profile, onSaved }: FormProps) {
  const [form, setForm] = useState(formOf(profile));
  const [picking, setPicking] = useState<'university' | 'school' | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [judged, setJudged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const mends = judged ? mendsOf(form) : {};
  const set = (change: Partial<StudentForm>) => setForm((before) => ({ ...before, ...change }));
  const send = async () => {
    setJudged(true);
    const said = saidOf(form);
    if (said === null) return;
    setBusy(true);
    const result = await saveStudent(said);
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onSaved(result.value.profile);
  };
  const forget = async () => {
    setBusy(true);
    const result = await forgetStudent();
    setBusy(false);
    setLeaving(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onSaved(null);
  };
  return (
    <Page
      title={words.title}
      bottom={
        <BottomBar note={profile?.state === 'verified' ? words.keepNote : undefined}>
          <Button block busy={busy} onPress={() => void send()}>
            {profile === null ? words.send : words.sendAgain}
          </Button>
        </BottomBar>
      }
    >
      {profile === null ? <Box className="t2 mt2">{words.lead}</Box> : <Standing profile={profile} />}
      <Note className="mt3">{words.seen}</Note>
      <Box className="mt4">
        {mends.university !== undefined && <FieldError id="university">{mends.university}</FieldError>}
        <Rows>
          <ListRow
            icon="building"
            title={words.university}
            note={form.university?.name ?? words.universityNone}
            onPress={() => setPicking('university')}
          />
          <ListRow
            icon="people"
            title={words.school}
            note={form.school?.name ?? words.schoolNone}
            onPress={() => setPicking(form.university === null ? 'university' : 'school')}
            last
          />
        </Rows>
      </Box>
      <Field
        id="real-name"
        label={words.realName}
        hint={words.realNameHint}
        error={mends.realName}
        maxLength={40}
        value={form.realName}
        onChange={(realName) => set({ realName })}
      />
      <Field
        id="student-number"
        label={words.number}
        hint={words.numberHint}
        error={mends.number}
        maxLength={30}
        value={form.number}
        onChange={(number) => set({ number })}
      />
      <Field
        id="class-name"
        label={words.className}
        hint={words.classHint}
        optional
        maxLength={40}
        value={form.className}
        onChange={(className) => set({ className })}
      />
      <Field
        id="entry-year"
        label={words.entryYear}
        hint={words.entryHint}
        error={mends.entryYear}
        optional
        type="digit"
        maxLength={4}
        value={form.entryYear}
        onChange={(entryYear) => set({ entryYear })}
      />
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.failed}：${problemText(problem, new Date())}`}
          </Note>
        )}
      </LiveNote>
      {profile !== null && (
        <Button block look="bare" className="mt4" onPress={() => setLeaving(true)}>
          {words.forget}
        </Button>
      )}
      <CampusSheet
        open={picking !== null}
        universityId={picking === 'school' ? (form.university?.id ?? null) : null}
        onChoose={(chosen) => {
          if (picking === 'school') set({ school: chosen });
          else if (chosen?.id !== form.university?.id) set({ university: chosen, school: null });
          setPicking(null);
        }}
        onClose={() => setPicking(null)}
      />
      <Confirm
        open={leaving}
        grave
        busy={busy}
        title={words.forgetTitle}
        consequence={words.forgetEffect}
        confirmLabel={words.forget}
        onConfirm={() => void forget()}
        onClose={() => setLeaving(false)}
      />
    </Page>
  );
}

const faces: Record<StudentState, { readonly tone: Tone; readonly icon: IconName }> = {
  waiting: { tone: 'earth', icon: 'clock' },
  verified: { tone: 'ok', icon: 'check' },
  rejected: { tone: 'warm', icon: 'alert' },
  withdrawn: { tone: 'warm', icon: 'alert' },
};

function Standing({ profile }: { readonly profile: StudentProfileView }) {
  return (
    <LiveNote>
      <Note large className="mt2" {...faces[profile.state]}>
        <Box className="b">{words.states[profile.state]}</Box>
        {profile.state === 'waiting' && <Box className="t1">{words.sent}</Box>}
        {profile.reason !== null && <Box>{words.reason(profile.reason)}</Box>}
      </Note>
    </LiveNote>
  );
}
