import type { CertifyingUnit } from '@xiaolin/shared-types/certificates/schema';
import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { loadUnits } from '@/features/certificates/api';
import type { PeriodKey } from '@/features/certificates/model';
import { PreviewCard } from '@/features/certificates/ui/preview-card';
import { type Asking, useAsking } from '@/features/certificates/use-asking';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { askWords as words, certificateWords } from '@/shared/i18n/zh-CN/certificates';
import { goTo, replaceWith, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Chips } from '@/shared/ui/choosers';
import { Box, Heading, MomentInput } from '@/shared/ui/element';
import { FieldShell } from '@/shared/ui/fields';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';

/** Choose, see what it will say, issue. */
export default function AskPage() {
  const { value, problem, reload } = usePageData(loadUnits);
  if (value !== null && value.items.length > 0)
    return <Ask units={value.items} reload={() => void reload()} />;
  return (
    <Page title={words.title}>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={certificateWords.failed}
          onRetry={() => void reload()}
          here={pagePaths.askCertificate()}
          whySignIn={certificateWords.signInWhy}
        />
      )}
      {value !== null && (
        <EmptyState
          title={words.noneTitle}
          next={{ label: words.seeHours, onPress: () => void goTo(pagePaths.hours) }}
        >
          {words.noneWhy}
        </EmptyState>
      )}
    </Page>
  );
}

const PERIODS = (['all', 'year', 'school', 'own'] as const).map((value) => ({
  value,
  label: words.periods[value],
}));

function Ask({ units, reload }: { readonly units: readonly CertifyingUnit[]; readonly reload: () => void }) {
  const asking = useAsking(units, useQuery());
  const { unit, preview, problem, period } = asking;
  return (
    <Page title={words.title} bottom={<IssueBar asking={asking} />}>
      <OfflineNote onRetry={reload} />
      <ChooseOne
        id="unit"
        question={words.unit}
        hint={words.unitHint}
        value={unit?.unitId ?? null}
        onChange={asking.chooseUnit}
        choices={units.map(({ unitId, unitName, records, minutes }) => ({
          value: unitId,
          title: unitName,
          note: words.unitNote(records, hoursText(minutes)),
        }))}
      />
      {unit !== null && (
        <>
          <Heading level={2} className="x-q__t mt4">
            {words.period}
          </Heading>
          <Box className="mt2">
            <Chips<PeriodKey>
              label={words.period}
              options={PERIODS}
              value={asking.key}
              onChange={asking.chooseKey}
            />
          </Box>
          {asking.key === 'own' && <OwnPeriod asking={asking} />}
          <Heading level={2} className="x-q__t mt4">
            {words.preview}
          </Heading>
          <LiveNote>
            {problem !== null && (
              <Note tone="warm" className="mt2">
                {problemText(problem, new Date())}
              </Note>
            )}
          </LiveNote>
          {preview !== null && <PreviewCard preview={preview} />}
          {preview === null && problem === null && period !== null && <Skeleton shape="rows" count={2} />}
        </>
      )}
    </Page>
  );
}

function OwnPeriod({ asking }: { readonly asking: Asking }) {
  const { own, period, chooseOwn } = asking;
  const today = districtDay(new Date());
  const error = period === null && own.from !== '' && own.to !== '' ? words.periodWrong : undefined;
  return (
    <Box className="row mt2">
      {(['from', 'to'] as const).map((end) => (
        <Box key={end} className={end === 'from' ? 'grow mr2' : 'grow'}>
          <FieldShell id={`period-${end}`} label={words[end]} error={end === 'to' ? error : undefined}>
            <MomentInput
              id={`period-${end}`}
              mode="date"
              className="x-input"
              label={words[end]}
              value={own[end]}
              max={today}
              invalid={error !== undefined}
              onPick={(day) => chooseOwn({ ...own, [end]: day })}
            />
          </FieldShell>
        </Box>
      ))}
    </Box>
  );
}

function IssueBar({ asking }: { readonly asking: Asking }) {
  const { unit, period, preview, busy, send } = asking;
  const issueIt = async () => {
    const certificate = await send();
    if (certificate !== null) await replaceWith(pagePaths.certificate(certificate.id));
  };
  const why =
    unit === null
      ? words.choose
      : period === null
        ? words.periodWrong
        : preview !== null && preview.totalMinutes === 0
          ? words.nothing
          : null;
  return (
    <BottomBar note={words.free}>
      <Button
        block
        disabled={why !== null}
        busy={busy || (why === null && preview === null)}
        onPress={() => void issueIt()}
      >
        {why ?? words.issue(hoursText(preview?.totalMinutes ?? 0))}
      </Button>
    </BottomBar>
  );
}
