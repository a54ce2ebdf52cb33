import type { LineView } from '@xiaolin/shared-types/signups/schema';
import { useCallback, useState } from 'react';
import { loadManaged, type Managed } from '@/features/managing/api';
import { mayCancel, mayEdit, toneOf } from '@/features/managing/model';
import { CancelRunSheet } from '@/features/managing/ui/cancel-run-sheet';
import { CancelSheet } from '@/features/managing/ui/cancel-sheet';
import { Satisfaction } from '@/features/managing/ui/satisfaction';
import { ExportLink } from '@/features/reports/ui/export-link';
import { usePageData } from '@/shared/api/use-page-data';
import { spanWords } from '@/shared/i18n/moments';
import { managingWords as words } from '@/shared/i18n/zh-CN/managing';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { Card, Note, SectionHead, Tag } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { Loaded } from '../../parts/loaded';
import { paths } from '../../parts/paths';

/** One activity with its rosters, shifts and desks. */
export default function ManagePage() {
  const id = useQuery()['id'] ?? '';
  const data = usePageData(useCallback(() => loadManaged(id), [id]));
  return (
    <Page
      title={words.manageTitle}
      ownHeading={data.value !== null}
      wide
      bottom={<StaffBar current="activities" />}
    >
      <Loaded data={data} shape="detail">
        {(managed) => <Activity managed={managed} onChanged={() => void data.reload()} />}
      </Loaded>
    </Page>
  );
}

function Activity({ managed, onChanged }: { readonly managed: Managed; readonly onChanged: () => void }) {
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { activity, roles } = managed;
  const { draft, status } = activity;
  return (
    <>
      <Box className="row mt1">
        <Tag tone={toneOf(status)}>{words.statusOf[status]}</Tag>
        <Box as="span" className="t1 dim ml2">
          {activity.organizationName}
        </Box>
      </Box>
      <Heading level={1} className="t4 mt1">
        {draft.title}
      </Heading>
      <LiveNote>
        {said !== null && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
      </LiveNote>
      {activity.cancelledReason !== null && (
        <Note tone="warm" className="mt3">
          {words.reason(activity.cancelledReason)}
        </Note>
      )}
      <SectionHead>{words.occurrences}</SectionHead>
      {draft.course !== null && <Course activityId={activity.id} course={draft.course} />}
      {draft.occurrences.map((run) => (
        <Run
          key={run.id}
          activity={activity}
          run={run}
          now={now}
          onCancelled={() => {
            setSaid(words.cancelledRun);
            onChanged();
          }}
        />
      ))}
      <Shifts activityId={activity.id} roles={roles} now={now} />
      {status !== 'draft' && <Satisfaction figures={managed.satisfaction} />}
      <Box className="mt6 w-confirm">
        {mayEdit(status) && (
          <Button block icon="edit" look="line" onPress={() => void goTo(paths.publish(activity.id))}>
            {status === 'published' ? words.edit : words.editDraft}
          </Button>
        )}
        {mayCancel(status) && (
          <Button block look="bare" className="mt2" onPress={() => setAsking(true)}>
            {words.cancel}
          </Button>
        )}
      </Box>
      <CancelSheet
        managed={managed}
        open={asking}
        onClose={() => setAsking(false)}
        onDone={(told) => {
          setAsking(false);
          setSaid(words.cancelled(told));
          onChanged();
        }}
      />
    </>
  );
}

interface CourseProps {
  readonly activityId: string;
  readonly course: NonNullable<Managed['activity']['draft']['course']>;
}

/** Who is in the course: one roster for all dates, each of which has a door of its own. */
function Course({ activityId, course }: CourseProps) {
  return (
    <Card as="section" className="mt3" label={words.course}>
      <Heading level={3} className="t2 b">
        {words.course}
      </Heading>
      <Box className="t1 dim num">{seatsWords(course.line)}</Box>
      <Box className="row mt2">
        <Link to={paths.roster(activityId, course.id)} className="x-link mr3">
          {words.roster}
        </Link>
        <ExportLink occurrenceId={course.id} about={words.course} />
      </Box>
    </Card>
  );
}

const seatsWords = ({ taken, capacity, waiting }: LineView): string =>
  `${words.signedUp(taken, capacity)}${waiting > 0 ? `，${words.waiting(waiting)}` : ''}`;

interface RunProps {
  readonly activity: Managed['activity'];
  readonly onCancelled: () => void;
  readonly run: Managed['activity']['draft']['occurrences'][number];
  readonly now: Date;
}

function Run({ activity, run, now, onCancelled }: RunProps) {
  const [asking, setAsking] = useState(false);
  const when = spanWords(run.startsAt, run.endsAt, now);
  const { draft, status } = activity;
  const coming = Date.parse(run.startsAt) > now.getTime() && !run.line.calledOff;
  const several = draft.occurrences.filter(({ line }) => !line.calledOff).length > 1;
  return (
    <Card as="section" className="mt3" label={when}>
      <Heading level={3} className="t2 b num">
        {when}
      </Heading>
      {run.line.calledOff ? (
        <Tag tone="warm" icon="close">
          {words.runOff}
        </Tag>
      ) : (
        draft.course === null && <Box className="t1 dim num">{seatsWords(run.line)}</Box>
      )}
      <Box className="row wrap mt2">
        {!run.line.calledOff && (
          <Link to={paths.door(run.id)} className="x-link mr3">
            {words.door}
          </Link>
        )}
        {draft.course === null && (
          <Link to={paths.roster(activity.id, run.id)} className="x-link mr3">
            {words.roster}
          </Link>
        )}
        {status !== 'draft' && <ExportLink occurrenceId={run.id} about={when} />}
        {status === 'published' && coming && several && (
          <Action className="x-link" onPress={() => setAsking(true)}>
            {words.cancelRun}
          </Action>
        )}
      </Box>
      {asking && (
        <CancelRunSheet
          activity={activity}
          run={run}
          when={when}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onCancelled();
          }}
        />
      )}
    </Card>
  );
}

interface ShiftsProps {
  readonly activityId: string;
  readonly roles: Managed['roles'];
  readonly now: Date;
}

function Shifts({ activityId, roles, now }: ShiftsProps) {
  const shifts = roles.flatMap((role) => role.shifts.map((shift) => ({ ...shift, roleId: role.id })));
  return (
    <>
      <SectionHead>{words.shifts}</SectionHead>
      {shifts.length === 0 && <Box className="t2 dim">{words.noShifts}</Box>}
      {shifts.map((shift) => (
        <Card key={shift.id} as="section" className="mt3" label={shift.roleName}>
          <Heading level={3} className="t2 b">
            {shift.roleName}
          </Heading>
          <Box className="t1 dim num">{spanWords(shift.startsAt, shift.endsAt, now)}</Box>
          <Box className="t1 dim num">{words.volunteers(shift.line.taken, shift.line.capacity)}</Box>
          <Box className="row mt2">
            <Link to={paths.desk(shift.id)}>{words.desk}</Link>
            <Link to={paths.projector(shift.id)} className="x-link ml3">
              {words.projector}
            </Link>
            <Link to={paths.role(activityId, shift.roleId)} className="x-link ml3">
              {words.role}
            </Link>
          </Box>
        </Card>
      ))}
    </>
  );
}
