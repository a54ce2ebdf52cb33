import { useCallback, useState } from 'react';
import { loadOneForStaff } from '@/features/corrections/api';
import { About } from '@/features/corrections/ui/about';
import { Trail } from '@/features/corrections/ui/trail';
import { usePageData } from '@/shared/api/use-page-data';
import { correctionWords, deskWords as words } from '@/shared/i18n/zh-CN/corrections';
import { goBackOr, useQuery } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { PictureStrip } from '@/shared/ui/picture-field/strip';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { DecideForm } from '../../parts/decide-form';
import { paths } from '../../parts/paths';

/** One correction with its evidence and its trail, and the decision where it is the caller's. */
export default function DecidePage() {
  const { id = '' } = useQuery();
  const { value, problem, reload, replace } = usePageData(useCallback(() => loadOneForStaff(id), [id]));
  const [sent, setSent] = useState(false);
  return (
    <Page title={words.one} ownHeading={value !== null} wide bottom={<StaffBar current="hours" />}>
      <OfflineNote onRetry={() => void reload()} />
      {value === null && problem === null && <Skeleton shape="detail" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.decide(id)}
          onRetry={() => void reload()}
        />
      )}
      <LiveNote>
        {sent && (
          <Note tone="ok" className="mt3">
            {words.sent}
          </Note>
        )}
      </LiveNote>
      {value !== null && (
        <Box className="w-cols">
          <Box className="w-cols__main">
            <About card={value} title={words.whoSays(value.personName)} />
            <Box className="t1 dim mt1">{value.hadPlace ? words.hadPlace : words.noPlace}</Box>
            {value.pictures.length > 0 && (
              <>
                <SectionHead>{correctionWords.evidence}</SectionHead>
                <PictureStrip
                  ids={value.pictures.map((picture) => picture.id)}
                  label={correctionWords.evidence}
                />
              </>
            )}
            <Trail trail={value.trail} now={new Date()} />
          </Box>
          <Box className="w-cols__side">
            {value.mayDecide !== null && (
              <DecideForm
                key={value.mayDecide}
                view={value}
                level={value.mayDecide}
                onDone={(next) => {
                  replace(next);
                  setSent(true);
                }}
              />
            )}
            {value.mayDecide === null && value.workingDaysLeft !== null && value.status !== 'rejected' && (
              <Note className="mt4">
                <Box className="b">{words.cannot}</Box>
                {words.cannotWhy}
              </Note>
            )}
            {value.mayDecide === null && (
              <Button block look="line" className="mt4" onPress={() => void goBackOr(paths.desk)}>
                {words.back}
              </Button>
            )}
          </Box>
        </Box>
      )}
    </Page>
  );
}
