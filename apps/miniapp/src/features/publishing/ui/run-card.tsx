import { SIGNUP_MODES } from '@xiaolin/shared-types/signups/schema';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { ChooseOne, SwitchRow } from '@/shared/ui/choices';
import { DateTimeField } from '@/shared/ui/date-time-field';
import { Action, Box, Heading, MomentInput } from '@/shared/ui/element';
import { describedBy, Field, FieldShell } from '@/shared/ui/fields';
import { Icon } from '@/shared/ui/icon';
import { Card, Note } from '@/shared/ui/surfaces';
import { useState } from 'react';
import { drawTime, firstDay, instantOf, type RunForm, wallClockOf } from '../form';
import { errorAt, type Mend, runFieldId } from '../model';

interface RunCardProps {
  readonly run: RunForm;
  readonly number: number;
  readonly mends: readonly Mend[];
  readonly now: Date;
  readonly onChange: (part: Partial<RunForm>) => void;
  readonly onCopy: () => void;
  /** Missing where it is the only one. */
  readonly onRemove?: () => void;
  /** A date of a course: seats and window are the course's. */
  readonly dateOnly?: boolean;
}

export function RunCard(props: RunCardProps) {
  const { run, number, mends, now, onCopy, onRemove, dateOnly } = props;
  const windowParts = ['waitlistLimit', 'terms', 'opensAt', 'closesAt'];
  const failed = windowParts.some((part) => errorAt(mends, runFieldId(run.key, part)) !== undefined);
  const [open, setOpen] = useState(false);
  const shown = open || failed;
  return (
    <Card as="section" className="mt3" label={words.run(number)}>
      <Heading level={3} className="t2 b num">
        {run.date === '' ? words.run(number) : `${words.run(number)}：${runWords(run, now)}`}
      </Heading>
      <WhenFields {...props} />
      {!dateOnly && (
        <Action className="p-more mt4" expanded={shown} onPress={() => setOpen(!open)}>
          <Box as="span" className="grow">
            <Box as="span" className="k-block b">
              {words.more}
            </Box>
            <Box as="span" className="k-block t1 dim num">
              {windowWords(run, now)}
            </Box>
          </Box>
          <Icon name={shown ? 'up' : 'down'} size="s" className="ml2" />
        </Action>
      )}
      {!dateOnly && shown && <WindowFields {...props} />}
      <Box className="row wrap mt3">
        <Button
          look="soft"
          size="s"
          icon="copy"
          className="mr2 mt1"
          disabled={run.date === ''}
          onPress={onCopy}
        >
          {run.date === '' ? words.copyNeedsDay : words.copyRun}
        </Button>
        {onRemove && (
          <Button look="line" size="s" className="mt1" onPress={onRemove}>
            {words.removeRun}
          </Button>
        )}
      </Box>
    </Card>
  );
}

function WhenFields({ run, mends, now, onChange, dateOnly }: RunCardProps) {
  const id = (part: string) => runFieldId(run.key, part);
  const startError = errorAt(mends, id('startsAt'));
  const endError = errorAt(mends, id('endsAt'));
  return (
    <>
      <DayField run={run} error={startError} now={now} onChange={onChange} />
      <Box className="row row--top">
        <Box className="grow mr2">
          <TimeField
            id={id('from')}
            label={words.from}
            value={run.from}
            onPick={(from) => onChange({ from })}
          />
        </Box>
        <Box className="grow">
          <TimeField
            id={id('endsAt')}
            label={run.endDays > 0 ? words.toLater(run.endDays) : words.to}
            value={run.to}
            error={endError}
            onPick={(to) => onChange({ to })}
          />
        </Box>
      </Box>
      {!dateOnly && (
        <Field
          id={id('capacity')}
          label={words.capacity}
          type="digit"
          maxLength={6}
          value={run.capacity}
          error={errorAt(mends, id('capacity'))}
          onChange={(capacity) => onChange({ capacity })}
        />
      )}
    </>
  );
}

interface DayFieldProps extends Pick<RunCardProps, 'run' | 'now' | 'onChange'> {
  readonly error: string | undefined;
}

function DayField({ run, error, now, onChange }: DayFieldProps) {
  const id = runFieldId(run.key, 'startsAt');
  return (
    <FieldShell id={id} label={words.date} error={error}>
      <MomentInput
        id={id}
        mode="date"
        className={error ? 'x-input x-input--err' : 'x-input'}
        label={words.date}
        value={run.date}
        min={firstDay(now)}
        describedBy={describedBy(id, undefined, error)}
        invalid={error !== undefined}
        onPick={(date) => onChange({ date })}
      />
    </FieldShell>
  );
}

interface TimeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error?: string;
  readonly onPick: (value: string) => void;
}

function TimeField({ id, label, value, error, onPick }: TimeFieldProps) {
  return (
    <FieldShell id={id} label={label} error={error}>
      <MomentInput
        id={id}
        mode="time"
        className={error ? 'x-input x-input--err' : 'x-input'}
        label={label}
        value={value}
        describedBy={describedBy(id, undefined, error)}
        invalid={error !== undefined}
        onPick={onPick}
      />
    </FieldShell>
  );
}

/** How seats are given, and how many one signup may take. */
function TermsFields({ run, mends, now, onChange }: Omit<RunCardProps, 'number' | 'onCopy' | 'onRemove'>) {
  const id = (part: string) => runFieldId(run.key, part);
  return (
    <>
      <ChooseOne
        id={id('mode')}
        question={words.mode}
        hint={run.modeFixed ? words.modeFixed : undefined}
        choices={SIGNUP_MODES.map((value) => ({
          value,
          title: words.modes[value],
          note: words.modeNotes[value],
          disabled: run.modeFixed && value !== run.mode,
        }))}
        value={run.mode}
        onChange={(mode) => onChange({ mode, ...drawTime(run, mode) })}
      />
      {run.mode === 'lottery' && (
        <Note tone="accent" className="mt2">
          {drawWords(run, now)}
        </Note>
      )}
      <Field
        id={id('terms')}
        label={words.partyLimit}
        hint={words.partyLimitHint}
        type="digit"
        maxLength={2}
        value={run.partyLimit}
        error={errorAt(mends, id('terms'))}
        onChange={(partyLimit) => onChange({ partyLimit })}
      />
    </>
  );
}

/** Closing and opening begin with what stands there already, so that one only moves it. */
export function WindowFields({
  run,
  mends,
  now,
  onChange,
}: Pick<RunCardProps, 'run' | 'mends' | 'now' | 'onChange'>) {
  const id = (part: string) => runFieldId(run.key, part);
  return (
    <>
      <Field
        id={id('waitlistLimit')}
        label={words.waitlist}
        hint={words.waitlistHint}
        type="digit"
        maxLength={6}
        value={run.waitlist}
        error={errorAt(mends, id('waitlistLimit'))}
        onChange={(waitlist) => onChange({ waitlist })}
      />
      <TermsFields run={run} mends={mends} now={now} onChange={onChange} />
      <SwitchRow
        id={id('opensNow')}
        title={words.opensNow}
        note={words.opensNowNote}
        on={run.opens === null}
        onChange={(on) => onChange({ opens: on ? null : wallClockOf(now.toISOString()) })}
      />
      {run.opens !== null && (
        <DateTimeField
          id={id('opensAt')}
          label={words.opens}
          value={run.opens}
          error={errorAt(mends, id('opensAt'))}
          onChange={(opens) => onChange({ opens })}
        />
      )}
      {run.mode !== 'lottery' && (
        <SwitchRow
          id={id('closesAtStart')}
          title={words.closesAtStart}
          note={words.closesAtStartNote}
          on={run.closes === null}
          onChange={(on) => onChange({ closes: on ? null : { date: run.date, time: run.from } })}
        />
      )}
      {run.closes !== null && (
        <DateTimeField
          id={id('closesAt')}
          label={run.mode === 'lottery' ? words.drawsAt : words.closes}
          value={run.closes}
          error={errorAt(mends, id('closesAt'))}
          onChange={(closes) => onChange({ closes })}
        />
      )}
    </>
  );
}

/** `11月28日 周六 14:00–16:00`, or what of it is there. */
export function runWords(run: RunForm, now: Date): string {
  const from = instantOf({ date: run.date, time: run.from });
  const to = instantOf({ date: run.date, time: run.to });
  return from === '' || to === '' ? run.date : spanWords(from, to, now);
}

/** When the draw is, in words, or what is needed for it. */
function drawWords(run: RunForm, now: Date): string {
  const closes = run.closes === null ? '' : instantOf(run.closes);
  return closes === '' ? words.drawNeedsTime : words.drawAt(momentWords(closes, now));
}

function windowWords(run: RunForm, now: Date): string {
  const moment = (value: RunForm['opens']) => {
    const instant = value && instantOf(value);
    return instant ? momentWords(instant, now) : null;
  };
  const opens = moment(run.opens);
  const closes = moment(run.closes);
  const waits = run.waitlist.trim() === '' || run.waitlist.trim() === '0';
  return words.window(
    opens === null ? words.windowNow : words.windowOpens(opens),
    closes === null
      ? words.windowStart
      : (run.mode === 'lottery' ? words.windowDraws : words.windowCloses)(closes),
    waits ? words.windowNoWait : words.windowWaits(run.waitlist.trim()),
  );
}
