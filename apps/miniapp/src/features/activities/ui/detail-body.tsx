import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { callPhone } from '@/shared/platform/phone';
import { useElderMode } from '@/shared/platform/preferences';
import { Box, Heading, Words } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Note, Tag } from '@/shared/ui/surfaces';
import { TitleWords } from '@/shared/ui/title-words';
import { DetailFacts } from './detail-facts';
import type { ReactNode } from 'react';

interface DetailBodyProps {
  readonly activity: ActivityView;
  /** null when the activity has no run yet. */
  readonly run: OccurrenceView | null;
  readonly now: Date;
  readonly onRun: (occurrenceId: string) => void;
  /** 2 where the page has a heading of its own. */
  readonly level?: 1 | 2;
  /** Volunteers that are still wanted; not shown in elder mode. */
  readonly volunteers?: ReactNode;
  /** The way to its lottery. */
  readonly draw?: ReactNode;
}

/** An activity as residents see it: on its page, and before it is published. */
export function DetailBody({ activity, run, now, onRun, level = 1, volunteers, draw }: DetailBodyProps) {
  const elder = useElderMode();
  const calledOff = activity.status === 'cancelled' || run?.line.calledOff;
  return (
    <>
      {!elder && (
        <Box className="row mt4">
          <Tag tone="accent">{activity.category.name}</Tag>
          <Words className="t1 dim ml2">{activity.organization.name}</Words>
        </Box>
      )}
      <Heading level={level} className={elder ? 't4 mt1' : 't4 mt2'}>
        <TitleWords>{activity.title}</TitleWords>
      </Heading>
      {calledOff && (
        <Note tone="warm" className="mt3">
          <Box className="b">{words.calledOff}</Box>
          {activity.cancelledReason !== null && <Box>{words.calledOffBecause(activity.cancelledReason)}</Box>}
        </Note>
      )}
      <DetailFacts activity={activity} run={run} now={now} onRun={onRun} />
      {draw}
      {elder && activity.riskText !== '' && (
        <Note tone="earth" icon="alert" className="mt3">
          {activity.riskText}
        </Note>
      )}
      {activity.summary !== '' && (
        <>
          <Box className="x-rule" decorative />
          <Heading level={2} className="t3">
            {words.aboutIt}
          </Heading>
          <Box className="t2 mt2 k-prose">{activity.summary}</Box>
        </>
      )}
      {elder ? <ElderPeople activity={activity} /> : <BeforeComing activity={activity} />}
      {!elder && volunteers}
      {activity.illustrative && <Box className="t1 quiet mt4">{words.illustrative}</Box>}
    </>
  );
}

function BeforeComing({ activity }: { readonly activity: ActivityView }) {
  return (
    <>
      <Heading level={2} className="t3 mt6">
        {words.beforeComing}
      </Heading>
      {activity.riskText !== '' && (
        <Note tone="earth" icon="alert" className="mt2">
          {activity.riskText}
        </Note>
      )}
      <Box className="mt3">
        <Rows>
          <ListRow
            icon="person"
            iconTone="quiet"
            title={words.whoMayCome}
            note={activity.audienceText ?? words.everybody}
          />
          <ListRow
            icon="shield"
            iconTone="quiet"
            title={words.insurance}
            note={activity.insuranceText ?? words.noInsurance}
          />
          <Responsible activity={activity} />
        </Rows>
      </Box>
    </>
  );
}

function ElderPeople({ activity }: { readonly activity: ActivityView }) {
  return (
    <Box className="mt4">
      <Rows>
        <Responsible activity={activity} />
      </Rows>
    </Box>
  );
}

/** 志愿服务记录与证明出具办法 art. 8: who is in charge, and how to reach them. */
function Responsible({ activity }: { readonly activity: ActivityView }) {
  const { name, phone } = activity.responsible;
  const number = phone ?? activity.organization.phone;
  return (
    <ListRow
      icon="phone"
      iconTone="quiet"
      title={words.responsible(name)}
      note={number === null ? activity.organization.name : `${words.call} ${number}`}
      onPress={number === null ? undefined : () => void callPhone(number)}
      last
    />
  );
}
