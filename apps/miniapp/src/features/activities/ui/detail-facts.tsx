import type { ActivityView, OccurrenceView } from '@xiaolin/shared-types/activities/schema';
import { nearDayWord, nearOrWeekdayWord, partsOf, plainSpanWords, spanWords } from '@/shared/i18n/moments';
import { activitiesText as words } from '@/shared/i18n/zh-CN/activities';
import { openPlace } from '@/shared/platform/location';
import { useElderMode } from '@/shared/platform/preferences';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box } from '@/shared/ui/element';
import { FactRow } from '@/shared/ui/fact-row';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { Tag } from '@/shared/ui/surfaces';
import { useState } from 'react';
import { seatFacts } from '../model';
import { CourseWhen } from './course-when';

interface DetailFactsProps {
  readonly activity: ActivityView;
  readonly run: OccurrenceView | null;
  readonly now: Date;
  readonly onRun: (occurrenceId: string) => void;
}

/** When, where, how many. */
export function DetailFacts({ activity, run, now, onRun }: DetailFactsProps) {
  const elder = useElderMode();
  const [choosing, setChoosing] = useState(false);
  const several = activity.occurrences.length > 1;
  if (run === null) return <FactRow icon="calendar" title={words.noRuns} />;
  const seats = seatFacts(run.line, now);
  return (
    <Box className="mt3">
      {activity.course === null ? (
        <FactRow
          icon="calendar"
          title={elder ? elderWhen(run, now) : spanWords(run.startsAt, run.endsAt, now)}
          note={whenNote(run, activity.occurrences.length, elder, now)}
          end={several && <LinkWords onPress={() => setChoosing(true)}>{words.otherRuns}</LinkWords>}
        />
      ) : (
        <CourseWhen activity={activity} run={run} now={now} />
      )}
      <PlaceRow activity={activity} />
      <FactRow icon="people" title={seats.title} note={elder ? words.free : seats.note} />
      {!elder && <SeatsBar {...seats} />}
      <Sheet open={choosing} title={words.chooseRun} onClose={() => setChoosing(false)}>
        <Rows>
          {activity.occurrences.map((each, index) => (
            <ListRow
              key={each.id}
              title={spanWords(each.startsAt, each.endsAt, now)}
              note={seatFacts(each.line, now).title}
              end={each.id === run.id ? <Tag tone="accent">{words.thisRun}</Tag> : undefined}
              last={index === activity.occurrences.length - 1}
              onPress={() => {
                onRun(each.id);
                setChoosing(false);
              }}
            />
          ))}
        </Rows>
      </Sheet>
    </Box>
  );
}

const elderWhen = (run: OccurrenceView, now: Date): string =>
  `${nearOrWeekdayWord(run.startsAt, now)} ${plainSpanWords(run.startsAt, run.endsAt)}`;

/** The date under a near word, and how many runs there are. */
function whenNote(run: OccurrenceView, runs: number, elder: boolean, now: Date): string | undefined {
  const count = runs > 1 ? words.runs(runs) : null;
  const { day: calendarDay, month, date } = partsOf(run.startsAt);
  const day = elder || nearDayWord(calendarDay, now) !== '' ? `${month}月${date}日` : null;
  return [day, count].filter(Boolean).join('，') || undefined;
}

function PlaceRow({ activity }: { readonly activity: ActivityView }) {
  const { name, detail, coordinates } = activity.place;
  const show =
    coordinates &&
    (() => void openPlace({ name, address: detail ?? activity.organization.name, ...coordinates }));
  return (
    <FactRow
      icon="pin"
      title={name}
      note={detail ?? activity.organization.name}
      end={show && <LinkWords onPress={show}>{words.map}</LinkWords>}
    />
  );
}

function LinkWords({ children, onPress }: { readonly children: string; readonly onPress: () => void }) {
  return (
    <Action className="x-link" onPress={onPress}>
      {children}
    </Action>
  );
}

function SeatsBar({ bar, level, percent }: ReturnType<typeof seatFacts>) {
  return (
    <Box className="k-seats-room">
      <Box className={classNames('x-seats', 'x-seats--wide', level !== 'some' && `x-seats--${level}`)}>
        <Box className="x-seats__bar" decorative>
          <Box className="x-seats__fill" style={{ width: `${percent}%` }} />
        </Box>
        <Box as="span" className="num">
          {bar}
        </Box>
      </Box>
    </Box>
  );
}
