import type { MyQualifications } from '@xiaolin/shared-types/qualifications/schema';
import type { ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import { useCallback, useState } from 'react';
import {
  askConsent,
  askTraining,
  declareSkills,
  loadQualifications,
  loadShiftEligibility,
  withdrawQualification,
} from '@/features/requirements/api';
import { missingOf } from '@/features/requirements/model';
import { AskConsent, AskTraining } from '@/features/requirements/ui/ask-forms';
import { MySkills } from '@/features/requirements/ui/my-skills';
import { QualificationRows } from '@/features/requirements/ui/qualification-rows';
import type { Result } from '@/shared/api/failure';
import { useIntent } from '@/shared/api/use-intent';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';
import { useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';

interface Shown {
  readonly mine: MyQualifications;
  readonly eligibility: ShiftEligibility | null;
}

async function loadAll(shiftId: string | null): Promise<Result<Shown>> {
  const mine = await loadQualifications();
  if (!mine.ok) return mine;
  const asked = shiftId === null ? null : await loadShiftEligibility(shiftId);
  return { ok: true, value: { mine: mine.value, eligibility: asked?.ok ? asked.value : null } };
}

/** Trainings, skills and a guardian's consent: what is recorded, and what the shift one came from still asks. */
export default function QualificationsPage() {
  const shiftId = useQuery()['shift'] ?? null;
  const data = usePageData(useCallback(() => loadAll(shiftId), [shiftId]));
  return (
    <Page title={words.pageTitle}>
      {data.value === null && data.problem === null && <Skeleton shape="rows" />}
      {data.value === null && data.problem !== null && (
        <LoadProblem
          problem={data.problem}
          title={words.failed}
          onRetry={() => void data.reload()}
          here={pagePaths.qualifications(shiftId ?? undefined)}
          whySignIn={words.loadSignIn}
        />
      )}
      {data.value !== null && <Qualifications shown={data.value} shiftId={shiftId} reload={data.reload} />}
    </Page>
  );
}

interface QualificationsProps {
  readonly shown: Shown;
  readonly shiftId: string | null;
  readonly reload: () => Promise<void>;
}

function Qualifications({ shown, shiftId, reload }: QualificationsProps) {
  const intent = useIntent();
  const [said, setSaid] = useState('');
  const { mine, eligibility } = shown;
  const act = async <T,>(what: string, send: (key: string) => Promise<Result<T>>, done: string) => {
    setSaid('');
    const value = await intent.run(what, send);
    if (value === null) return;
    setSaid(done);
    await reload();
  };
  const trainings = missingOf(eligibility, 'training');
  const asksConsent = missingOf(eligibility, 'guardian-consent').length > 0;
  const wanted = (eligibility?.checks ?? []).filter(({ kind }) => kind === 'skill').map(({ name }) => name);
  return (
    <>
      <Box className="t1 dim mt2">{words.pageLead}</Box>
      <LiveNote>
        {said !== '' && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
        {intent.problem !== null && (
          <Note tone="warm" className="mt3">
            {problemText(intent.problem, new Date())}
          </Note>
        )}
      </LiveNote>
      {shiftId !== null && (
        <>
          {asksConsent && <SectionHead>{words.consents}</SectionHead>}
          {asksConsent && (
            <AskConsent
              busy={intent.busy}
              onSend={(name, phone) =>
                void act(
                  `consent ${name} ${phone}`,
                  (key) => askConsent(key, shiftId, name, phone),
                  words.sent,
                )
              }
            />
          )}
          {trainings.length > 0 && <SectionHead>{words.trainings}</SectionHead>}
          {trainings.map((name) => (
            <AskTraining
              key={name}
              name={name}
              busy={intent.busy}
              onSend={(doneOn) =>
                void act(
                  `training ${name} ${doneOn}`,
                  (key) => askTraining(key, shiftId, name, doneOn),
                  words.sent,
                )
              }
            />
          ))}
        </>
      )}
      <MySkills
        skills={mine.skills}
        wanted={wanted}
        busy={intent.busy}
        onSave={(skills) =>
          void act(`skills ${skills.join()}`, () => declareSkills(skills), words.skillsSaved)
        }
      />
      <SectionHead>{`${words.trainings}、${words.consents}`}</SectionHead>
      {mine.items.length === 0 && <Box className="t2 dim">{words.nothing}</Box>}
      <QualificationRows
        items={mine.items}
        onWithdraw={({ id }) =>
          void act(`withdraw ${id}`, (key) => withdrawQualification(key, id), words.withdrawn)
        }
      />
      {shiftId === null ? (
        <Box className="t1 dim mt4">{words.fromShift}</Box>
      ) : (
        <Box className="mt4">
          <Link to={pagePaths.shift(shiftId)}>{words.backToShift}</Link>
        </Box>
      )}
    </>
  );
}
