import type { MeView } from '@xiaolin/shared-types/people/schema';
import { HomeSheet } from '@/features/communities/ui/community-sheet';
import { readMe, saveDetails } from '@/features/people/api';
import type { Failure } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { detailsText } from '@/shared/i18n/zh-CN/sign-in';
import { pagePaths } from '@/shared/platform/page-paths';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { birthYearText, readBirthYear } from '@/shared/ui/birth-year';
import { BirthYearField } from '@/shared/ui/birth-year-field';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';

/** Where the person lives and when they were born: asked only by activities that are not for everyone. */
export default function DetailsPage() {
  const { value, problem, reload, replace } = usePageData(readMe);
  if (value !== null) return <Details key={value.id} me={value} onSaved={replace} />;
  return (
    <Page title={words.details}>
      {problem === null ? (
        <Skeleton shape="rows" count={2} />
      ) : (
        <LoadProblem
          title={words.loadFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.details}
          whySignIn={detailsText.detailsSignIn}
        />
      )}
    </Page>
  );
}

function Details({ me, onSaved }: { readonly me: MeView; readonly onSaved: (me: MeView) => void }) {
  const [home, setHome] = useState(me.home);
  const [year, setYear] = useState(birthYearText(me.birthYear));
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'saved' | 'wrong' | Failure | null>(null);
  const save = async () => {
    const birthYear = readBirthYear(year);
    if (birthYear === 'wrong') return setOutcome('wrong');
    setBusy(true);
    const result = await saveDetails({ homeId: home?.id ?? null, birthYear });
    setBusy(false);
    setOutcome(result.ok ? 'saved' : result.problem);
    if (result.ok) onSaved(result.value);
  };
  return (
    <Page
      title={words.details}
      bottom={
        <BottomBar>
          <Button block busy={busy} onPress={() => void save()}>
            {detailsText.detailsSave}
          </Button>
        </BottomBar>
      }
    >
      <Box className="t1 dim mt2">{detailsText.detailsLead}</Box>
      <Box className="mt3">
        <Rows>
          <ListRow
            icon="home"
            title={detailsText.home}
            note={home?.name ?? detailsText.homeNone}
            onPress={() => setChoosing(true)}
            last={home === null}
          />
          {home !== null && (
            <ListRow
              icon="close"
              iconTone="quiet"
              title={detailsText.homeForget}
              onPress={() => setHome(null)}
              last
            />
          )}
        </Rows>
      </Box>
      <BirthYearField id="birth-year" value={year} judged={outcome === 'wrong'} onChange={setYear} />
      <LiveNote>
        {outcome === 'saved' && (
          <Note tone="ok" icon="check" className="mt3">
            {detailsText.detailsSaved}
          </Note>
        )}
        {outcome !== null && typeof outcome === 'object' && (
          <Note tone="warm" className="mt3">
            {`${detailsText.detailsFailed}：${problemText(outcome, new Date())}`}
          </Note>
        )}
      </LiveNote>
      <HomeSheet
        open={choosing}
        chosen={home?.id ?? null}
        onChoose={setHome}
        onClose={() => setChoosing(false)}
      />
    </Page>
  );
}
