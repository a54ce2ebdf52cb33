import type { ShiftView } from '@xiaolin/shared-types/shifts/schema';
import {
  clockWords,
  dateWords,
  dayWords,
  nearDayWord,
  partsOf,
  plainClockWords,
} from '@/shared/i18n/moments';
import { shiftWords } from '@/shared/i18n/zh-CN/shifts';
import { callPhone } from '@/shared/platform/phone';
import { useElderMode } from '@/shared/platform/preferences';
import { Box, Heading } from '@/shared/ui/element';
import { FactRow } from '@/shared/ui/fact-row';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Seats } from '@/shared/ui/seats';
import { Note, Tag } from '@/shared/ui/surfaces';
import { hoursRuleWords, seatWords } from '../model';

interface ShiftFactsProps {
  readonly shift: ShiftView;
  readonly now: Date;
}

/** Everything one should know before saying yes: 志愿服务条例 art. 12 asks for the risks too. */
export function ShiftFacts({ shift, now }: ShiftFactsProps) {
  const elder = useElderMode();
  return (
    <Box>
      <Box className="row mt2 wrap">
        <Tag tone={shift.countsAsVolunteerService ? 'ok' : 'void'}>
          {shift.countsAsVolunteerService ? shiftWords.counts : shiftWords.countsNot}
        </Tag>
        {!elder && (
          <Box as="span" className="t1 dim ml2">{`${shift.organizationName} · ${shift.activityTitle}`}</Box>
        )}
      </Box>
      <Heading level={1} className="t4 mt2">
        {shift.roleName}
      </Heading>
      {elder && <Box className="t2 dim mt1">{shift.activityTitle}</Box>}
      <Box className="mt3">
        <FactRow icon="calendar" title={whenTitle(shift, now, elder)} note={dateNote(shift, now)} />
        <FactRow
          icon="pin"
          title={[shift.place.name, shift.place.detail].filter(Boolean).join(' ')}
          note={shift.meetingPoint === null ? undefined : `${shiftWords.meetingPoint}：${shift.meetingPoint}`}
        />
        <FactRow icon="people" title={seatWords(shift.line, now).words} />
        {!elder && (
          <Seats taken={shift.line.taken} total={shift.line.capacity} waiting={shift.line.waiting} wide />
        )}
      </Box>
      <TaskAndRisk shift={shift} />
      <Details shift={shift} />
    </Box>
  );
}

const whenTitle = (shift: ShiftView, now: Date, elder: boolean): string =>
  elder
    ? `${dayWords(shift.startsAt, now)} ${plainClockWords(shift.startsAt)}到${plainClockWords(shift.endsAt)}`
    : `${dayWords(shift.startsAt, now)} ${clockWords(shift.startsAt)}–${clockWords(shift.endsAt)}`;

/** 明天 alone is wrong tomorrow: the date stands beside it. */
const dateNote = (shift: ShiftView, now: Date): string | undefined =>
  nearDayWord(partsOf(shift.startsAt).day, now) === '' ? undefined : dateWords(shift.startsAt);

function TaskAndRisk({ shift }: { readonly shift: ShiftView }) {
  return (
    <>
      {shift.roleDescription !== '' && (
        <>
          <Heading level={2} className="t3 mt6">
            {shiftWords.task}
          </Heading>
          <Box className="t2 mt2">{shift.roleDescription}</Box>
        </>
      )}
      <Heading level={2} className="t3 mt6">
        {shiftWords.before}
      </Heading>
      <Note tone="earth" icon="alert" className="mt2">
        {shift.riskText === '' ? shiftWords.noRisk : shift.riskText}
      </Note>
    </>
  );
}

function Details({ shift }: { readonly shift: ShiftView }) {
  const { name, phone } = shift.responsible;
  const insurance = shift.insuranceText ?? shiftWords.insuranceNone;
  return (
    <Box className="mt3">
      <Rows>
        <ListRow icon="clock" iconTone="quiet" title={shiftWords.hoursRule} note={hoursRuleWords(shift)} />
        <ListRow icon="shield" iconTone="quiet" title={shiftWords.insurance} note={insurance} />
        <ListRow
          icon="building"
          iconTone="quiet"
          title={shiftWords.organiser}
          note={shift.organizationName}
        />
        <ListRow
          icon="phone"
          iconTone="quiet"
          title={shiftWords.responsible(name)}
          note={phone === null ? undefined : `${shiftWords.call} ${phone}`}
          onPress={phone === null ? undefined : () => void callPhone(phone)}
          last
        />
      </Rows>
    </Box>
  );
}
