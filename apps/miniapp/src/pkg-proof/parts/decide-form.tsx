import {
  MOST_PICTURES,
  type StaffCorrectionView,
  type Verdict,
} from '@xiaolin/shared-types/corrections/schema';
import { useState } from 'react';
import { decide } from '@/features/corrections/api';
import { acceptWords, momentOfShift, readMinutes, timeOf } from '@/features/corrections/model';
import { useIntent, useKept } from '@/features/corrections/use-kept';
import { ShiftTimes } from '@/features/corrections/ui/shift-times';
import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { deskWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { ErrorSummary, type FormError } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/fields';
import { PictureField } from '@/shared/ui/picture-field';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';

interface Draft {
  readonly verdict: Verdict | null;
  readonly minutes: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly pictureIds: readonly string[];
}

interface DecideFormProps {
  readonly view: StaffCorrectionView;
  readonly level: 'reply' | 'decision';
  readonly onDone: (view: StaffCorrectionView) => void;
}

/** Yes or no, and why; a yes names the minutes or the times. */
export function DecideForm({ view, level, onDone }: DecideFormProps) {
  const fresh = (): Draft => ({
    verdict: null,
    minutes: String(view.claimedMinutes ?? view.recordedMinutes ?? ''),
    from: timeOf(view.shiftStartsAt),
    to: timeOf(view.shiftEndsAt),
    reason: '',
    pictureIds: [],
  });
  const kept = useKept(`xiaolin.decide.${level}.${view.id}`, (text) => {
    try {
      return { ...fresh(), ...(JSON.parse(text ?? '{}') as Partial<Draft>) };
    } catch {
      return fresh();
    }
  });
  const keyOf = useIntent();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const draft = kept.value;
  const change = (part: Partial<Draft>) => kept.change({ ...draft, ...part });
  const errors = attempt === 0 ? [] : faultsOf(draft, view);
  const mendOf = (field: string) => errors.find((each) => each.field === field)?.mend;

  const send = async () => {
    setAttempt(attempt + 1);
    if (busy || draft.verdict === null || faultsOf(draft, view).length > 0) return;
    const body = { ...bodyOf(draft, draft.verdict, view), requestKey: keyOf(draft) };
    setBusy(true);
    const result = await decide(level, view.id, body);
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    kept.forget();
    onDone(result.value);
  };

  const accepting = draft.verdict === 'accept';
  return (
    <Box as="section" label={words.verdict}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <ChooseOne
        id="verdict"
        question={words.verdict}
        error={mendOf('verdict')}
        choices={[
          {
            value: 'accept',
            title: acceptWords(view),
            ...(view.needs === 'times' && { note: words.acceptTimesNote }),
          },
          {
            value: 'reject',
            title: words.reject,
            note: level === 'reply' ? words.rejectNote : words.rejectFinalNote,
          },
        ]}
        value={draft.verdict}
        onChange={(verdict) => change({ verdict })}
      />
      {accepting && view.needs === 'minutes' && (
        <Field
          id="minutes"
          label={words.minutes}
          hint={words.minutesHint(view.mostMinutes)}
          error={mendOf('minutes')}
          type="digit"
          maxLength={4}
          value={draft.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      )}
      {accepting && view.needs === 'times' && (
        <>
          <ShiftTimes
            shift={view}
            from={draft.from}
            to={draft.to}
            error={mendOf('time-from')}
            onChange={(times) => change(times)}
          />
          <PictureField
            id="more-pictures"
            label={words.morePictures}
            hint={words.morePicturesHint}
            optional={view.pictures.length > 0}
            error={mendOf('more-pictures')}
            most={MOST_PICTURES}
            value={draft.pictureIds}
            onChange={(pictureIds) => change({ pictureIds })}
          />
        </>
      )}
      <Field
        id="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={mendOf('reason')}
        multiline
        maxLength={200}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.sendFailed}：${problemText(problem, new Date())}`}
          </Note>
        )}
      </LiveNote>
      <Button block className="mt4" busy={busy} onPress={() => void send()}>
        {words.send}
      </Button>
    </Box>
  );
}

function faultsOf(draft: Draft, view: StaffCorrectionView): readonly FormError[] {
  const faults: FormError[] = [];
  if (draft.verdict === null) faults.push({ field: 'verdict', mend: words.verdictMend });
  if (draft.verdict === 'accept') {
    if (view.needs === 'minutes' && readMinutes(draft.minutes, 0, view.mostMinutes) === null)
      faults.push({ field: 'minutes', mend: words.minutesMend(view.mostMinutes) });
    if (view.needs === 'times') {
      if (
        momentOfShift(view.shiftStartsAt, draft.from) === null ||
        momentOfShift(view.shiftStartsAt, draft.to) === null
      )
        faults.push({ field: 'time-from', mend: words.timesMend });
      if (view.pictures.length + draft.pictureIds.length === 0)
        faults.push({ field: 'more-pictures', mend: words.morePicturesHint });
    }
  }
  if (draft.reason.trim() === '') faults.push({ field: 'reason', mend: words.reasonMend });
  return faults;
}

function bodyOf(draft: Draft, verdict: Verdict, view: StaffCorrectionView) {
  const accepting = verdict === 'accept';
  const times = accepting && view.needs === 'times';
  const minutes = readMinutes(draft.minutes, 0, view.mostMinutes);
  const inAt = momentOfShift(view.shiftStartsAt, draft.from);
  const outAt = momentOfShift(view.shiftStartsAt, draft.to);
  return {
    verdict,
    reason: draft.reason.trim(),
    pictureIds: times ? [...draft.pictureIds] : [],
    ...(accepting && view.needs === 'minutes' && minutes !== null && { minutes }),
    ...(times && inAt !== null && outAt !== null && { inAt, outAt }),
  };
}
