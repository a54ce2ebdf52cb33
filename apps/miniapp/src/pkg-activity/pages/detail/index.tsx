import type { ActivityView } from '@xiaolin/shared-types/activities/schema';
import { readActivity } from '@/features/activities/api';
import { firstRun, takeable } from '@/features/activities/model';
import { DetailBody } from '@/features/activities/ui/detail-body';
import { DrawRow } from '@/features/lottery/ui/draw-row';
import { useDraw } from '@/features/lottery/use-draw';
import { useEligibility } from '@/features/signups/use-eligibility';
import { usePageData } from '@/shared/api/use-page-data';
import { momentWords } from '@/shared/i18n/moments';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { detailText } from '@/shared/i18n/zh-CN/activity-detail';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Cover } from '@/shared/ui/cover';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { DetailBar } from './detail-bar';
import { useMinePlaces } from './use-mine-places';
import { VolunteersWanted } from './volunteers-wanted';

export default function DetailPage() {
  const { id = '', occurrence } = useQuery();
  const load = useCallback(() => readActivity(id), [id]);
  const { value, problem, reload } = usePageData(load);
  useShareAppMessage(() => ({
    title: value === null ? detailText.detailTitle : sharedTitle(value, occurrence),
    path: pagePaths.activity(id, occurrence),
  }));
  useShareTimeline(() => ({
    title: value === null ? detailText.detailTitle : sharedTitle(value, occurrence),
    query: `id=${id}${occurrence === undefined ? '' : `&occurrence=${occurrence}`}`,
  }));
  if (value !== null) return <Detail activity={value} asked={occurrence} onRetry={reload} />;
  return (
    <Page title={detailText.detailTitle}>
      {problem === null && <Skeleton shape="detail" />}
      {problem?.code === 'activity.unknown' && (
        <EmptyState
          title={detailText.detailGone}
          next={{ label: words.showEverything, onPress: () => void goTo(pagePaths.activities) }}
        >
          {detailText.detailGoneHint}
        </EmptyState>
      )}
      {problem !== null && problem.code !== 'activity.unknown' && (
        <LoadProblem
          title={detailText.detailFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.activity(id, occurrence)}
        />
      )}
    </Page>
  );
}

/** With its time: whoever gets the card sees at once whether they can come. WeChat adds a picture of the page. */
function sharedTitle(activity: ActivityView, asked: string | undefined): string {
  const now = new Date();
  const run = firstRun(activity.occurrences, asked, now);
  return run === null ? activity.title : `${activity.title}，${momentWords(run.startsAt, now)}`;
}

interface DetailProps {
  readonly activity: ActivityView;
  readonly asked: string | undefined;
  readonly onRetry: () => Promise<void>;
}

function Detail({ activity, asked, onRetry }: DetailProps) {
  const now = useNow();
  const [chosen, setChosen] = useState(asked);
  const places = useMinePlaces(activity.id);
  const run = firstRun(takeable(activity, now), chosen, now);
  const mine = places.find(({ lineId }) => lineId === run?.id) ?? null;
  const { refusal } = useEligibility(run);
  const draw = useDraw(run);
  return (
    <Page
      title={activity.title}
      ownHeading
      hero={<Cover category={activity.cover} className="pic" />}
      bottom={
        run && (
          <DetailBar
            activity={activity}
            run={run}
            mine={mine}
            refusal={refusal}
            entered={draw?.people ?? null}
            now={now}
          />
        )
      }
    >
      <OfflineNote onRetry={() => void onRetry()} />
      <DetailBody
        activity={activity}
        run={run}
        now={now}
        onRun={setChosen}
        draw={draw && <DrawRow draw={draw} />}
        volunteers={<VolunteersWanted activityId={activity.id} now={now} />}
      />
    </Page>
  );
}
