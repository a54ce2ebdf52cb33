import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { dayWords, plainClockWords, spanWords } from '@/shared/i18n/moments';
import { attendanceWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useElderMode } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Card, Tag } from '@/shared/ui/surfaces';
import { standingOf, tagOf } from '../model';
import { startScan } from './start-scan';

interface NextShiftCardProps {
  readonly shift: MyShift;
  readonly now: Date;
}

/** The shift to act on: when, what, where, and the one thing to do now. */
export function NextShiftCard({ shift, now }: NextShiftCardProps) {
  const elder = useElderMode();
  const tag = tagOf(shift, now);
  const { organizationName, placeName } = shift;
  // Many places carry the name of their unit: 万溪冲社区党群服务中心.
  const place = placeName?.startsWith(organizationName)
    ? placeName
    : [organizationName, placeName].filter(Boolean).join(' ');
  return (
    <Card as="section" className="mt3" label={shift.activityTitle}>
      <Box className="row row--between wrap">
        <Box as="span" className={elder ? 't2 b accent num' : 't1 b accent num'}>
          {elder ? elderSpan(shift, now) : spanWords(shift.startsAt, shift.endsAt, now)}
        </Box>
        <Tag tone={tag.tone} icon={tag.icon}>
          {tag.words}
        </Tag>
      </Box>
      <Heading level={2} className={elder ? 't4 mt1' : 't3 mt1'}>
        {shift.activityTitle}
      </Heading>
      <Box className="t2 dim mt1">{attendanceWords.role(shift.roleName)}</Box>
      <Box className="t1 dim mt2 row row--top">
        <Icon name="pin" size="s" className="mr1 mt1" />
        <Box as="span">
          {place}
          {shift.meetingPoint !== null && `，${attendanceWords.meetAt(shift.meetingPoint)}`}
        </Box>
      </Box>
      {!elder && (
        <Box className="t1 dim mt1 row row--top">
          <Icon name="shield" size="s" className="mr1 mt1" />
          <Box as="span">{countsWords(shift)}</Box>
        </Box>
      )}
      <CardActions shift={shift} now={now} />
    </Card>
  );
}

const elderSpan = (shift: MyShift, now: Date): string =>
  `${dayWords(shift.startsAt, now)} ${plainClockWords(shift.startsAt)}到${plainClockWords(shift.endsAt)}`;

const countsWords = (shift: MyShift): string =>
  [
    shift.countsAsVolunteerService ? attendanceWords.counts : attendanceWords.countsNot,
    shift.insured && attendanceWords.insured,
  ]
    .filter(Boolean)
    .join('，');

function CardActions({ shift, now }: NextShiftCardProps) {
  const elder = useElderMode();
  const standing = standingOf(shift, now);
  const page = pagePaths.shift(shift.shiftId);
  if (standing === 'to-come')
    return (
      <Button block look="soft" className="mt4" href={page} onPress={() => void goTo(page)}>
        {attendanceWords.see}
      </Button>
    );
  const isIn = standing === 'in' || standing === 'out-due';
  return (
    <>
      <Button block className="mt4" icon="scan" onPress={() => void startScan(shift.shiftId)}>
        {isIn ? attendanceWords.scanOut : attendanceWords.scanIn}
      </Button>
      <Button
        block
        look="bare"
        size="s"
        className="mt1"
        icon="qr"
        href={pagePaths.myCode}
        onPress={() => void goTo(pagePaths.myCode)}
      >
        {elder ? attendanceWords.showCodeShort : attendanceWords.showCode}
      </Button>
    </>
  );
}
