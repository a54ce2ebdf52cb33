import type { RosterEntry } from '@xiaolin/shared-types/signups/schema';
import { useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { reviewingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Button } from '@/shared/ui/button';
import { ChooseMany } from '@/shared/ui/choices';
import { Action, Box } from '@/shared/ui/element';
import { noteOf } from '../model';
import { sendReview } from '../api';
import { type Reason, saidOf } from '../reviewing';
import { RejectSheet } from './reject-sheet';

interface ApplicantsProps {
  readonly occurrenceId: string;
  readonly entries: readonly RosterEntry[];
  readonly onDecided: (said: readonly string[]) => void;
}

/** Applications: one or many at once, approved or turned down with a reason. */
export function Applicants({ occurrenceId, entries, onDecided }: ApplicantsProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  // One key for one decision: sent again after a lost answer, it is still the same.
  const intent = useRef<{ said: string; requestKey: string } | null>(null);
  const chosen = entries.filter(({ signupId }) => ticked.includes(signupId));
  const seats = chosen.reduce((sum, entry) => sum + entry.seats, 0);
  const every = chosen.length === entries.length;

  const choose = (ids: readonly string[]) => {
    setTicked(ids);
    setError(undefined);
  };
  /** Null when it was decided, else why not. */
  const decide = async (reason: Reason | null): Promise<string | null> => {
    const wanted = {
      signupIds: chosen.map(({ signupId }) => signupId),
      verdict: reason === null ? ('approve' as const) : ('reject' as const),
      ...(reason !== null && { reason }),
    };
    const said = JSON.stringify(wanted);
    if (intent.current?.said !== said) intent.current = { said, requestKey: newRequestKey() };
    setBusy(true);
    const result = await sendReview(occurrenceId, { ...wanted, requestKey: intent.current.requestKey });
    setBusy(false);
    if (!result.ok) return problemText(result.problem, new Date());
    setTicked([]);
    onDecided(saidOf(result.value, new Date()));
    return null;
  };
  const approve = async () => {
    if (chosen.length === 0) setError(words.chooseMend);
    else setError((await decide(null)) ?? undefined);
  };

  return (
    <>
      <ChooseMany
        id="applicants"
        question={words.question}
        hint={words.hint}
        error={error}
        choices={entries.map((entry) => ({
          value: entry.signupId,
          title: entry.seats > 1 ? `${entry.displayName} ${words.seats(entry.seats)}` : entry.displayName,
          note: noteOf(entry),
        }))}
        values={ticked}
        onChange={choose}
      />
      <Box className="row mt2">
        <Action
          className="x-link"
          onPress={() => choose(every ? [] : entries.map(({ signupId }) => signupId))}
        >
          {every ? words.none : words.all}
        </Action>
      </Box>
      <Box className="w-confirm mt3">
        <Button block busy={busy} onPress={() => void approve()}>
          {words.approve(chosen.length, seats)}
        </Button>
        <Button
          block
          look="line"
          className="mt2"
          onPress={() => (chosen.length === 0 ? setError(words.chooseMend) : setRejecting(true))}
        >
          {words.reject}
        </Button>
      </Box>
      {rejecting && (
        <RejectSheet
          names={chosen.map(({ displayName }) => displayName)}
          onReject={decide}
          onClose={() => setRejecting(false)}
        />
      )}
    </>
  );
}
