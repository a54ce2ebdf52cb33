import type { SwapOffer } from '@xiaolin/shared-types/shifts/swaps';
import { useEffect, useState } from 'react';
import {
  acceptSwap,
  agreeToSwap,
  declineSwap,
  loadSwaps,
  lookAtSwap,
  type MySwaps,
  offerSwap,
  withdrawSwap,
} from '@/features/swaps/api';
import { givable, isOpen, readCode } from '@/features/swaps/model';
import { SeenOffer } from '@/features/swaps/ui/seen-offer';
import { OwnShiftCard, SwapCard } from '@/features/swaps/ui/swap-cards';
import type { Result } from '@/shared/api/failure';
import { useIntent } from '@/shared/api/use-intent';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { swapWords as words } from '@/shared/i18n/zh-CN/swaps';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { CodeEntry } from '@/shared/ui/code-entry';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';

/** Changing shifts: what I want to give, what waits for a word, and a code that somebody gave me. */
export default function SwapPage() {
  const code = useQuery()['code'];
  const { value, problem, reload } = usePageData(loadSwaps);
  return (
    <Page title={words.title}>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          onRetry={() => void reload()}
          here={pagePaths.swaps(code)}
          whySignIn={words.signInWhy}
        />
      )}
      {value !== null && <Swapping mine={value} given={code ?? null} reload={reload} />}
    </Page>
  );
}

interface SwappingProps {
  readonly mine: MySwaps;
  readonly given: string | null;
  readonly reload: () => Promise<void>;
}

function Swapping({ mine, given, reload }: SwappingProps) {
  const now = useNow();
  const intent = useIntent();
  const [said, setSaid] = useState('');
  const [seen, setSeen] = useState<{ readonly code: string; readonly offer: SwapOffer } | null>(null);
  const act = async <T,>(
    what: string,
    send: (key: string) => Promise<Result<T>>,
    done: (value: T) => string,
  ) => {
    setSaid('');
    const value = await intent.run(what, send);
    if (value === null) return false;
    setSaid(done(value));
    await reload();
    return true;
  };
  const look = async (code: string) => {
    setSaid('');
    setSeen(null);
    const offer = await intent.run(`look ${code}`, () => lookAtSwap(code));
    if (offer !== null) setSeen({ code, offer });
    return offer !== null;
  };
  useEffect(() => {
    if (given !== null) void look(given);
    // Only the code that the page was opened with.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [given]);
  const open = mine.swaps.filter((swap) => isOpen(swap) || swap.state === 'done');
  const shifts = givable(mine, now);
  return (
    <>
      <Box className="t1 dim mt2">{words.lead}</Box>
      <LiveNote>
        {said !== '' && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
        {intent.problem !== null && (
          <Note tone="warm" className="mt3">
            {problemText(intent.problem, now)}
          </Note>
        )}
      </LiveNote>
      {open.map((swap) => (
        <SwapCard
          key={swap.id}
          swap={swap}
          now={now}
          busy={intent.busy}
          onAgree={() =>
            void act(
              `agree ${swap.id}`,
              (key) => agreeToSwap(key, swap.id),
              () => words.doneNow,
            )
          }
          onDecline={() =>
            void act(
              `decline ${swap.id}`,
              (key) => declineSwap(key, swap.id),
              () => words.declined,
            )
          }
          onWithdraw={() =>
            void act(
              `withdraw ${swap.id}`,
              (key) => withdrawSwap(key, swap.id),
              () => words.withdrawn,
            )
          }
        />
      ))}
      <SectionHead>{words.enter}</SectionHead>
      <CodeEntry
        id="swap-code"
        label={words.enterLabel}
        hint={words.enterHint}
        mend={words.enterMend}
        action={words.look}
        busy={intent.busy}
        main={false}
        read={readCode}
        onCode={look}
      />
      {seen !== null && (
        <SeenOffer
          key={seen.code}
          offer={seen.offer}
          now={now}
          busy={intent.busy}
          onAccept={(signupId) =>
            void act(
              `accept ${seen.code} ${signupId ?? ''}`,
              (key) => acceptSwap(key, seen.code, signupId),
              (swap) => (swap.state === 'done' ? words.doneNow : words.proposedNow(swap.fromName)),
            ).then((done) => done && setSeen(null))
          }
        />
      )}
      <SectionHead>{words.mine}</SectionHead>
      {shifts.length === 0 ? (
        <EmptyState
          title={words.noShifts}
          next={{ label: words.find, onPress: () => void goTo(pagePaths.volunteer) }}
        >
          {words.noShiftsWhy}
        </EmptyState>
      ) : (
        <Box className="t1 dim">{words.mineLead}</Box>
      )}
      {shifts.map((shift) => (
        <OwnShiftCard
          key={shift.signupId}
          shift={shift}
          now={now}
          busy={intent.busy}
          onOffer={(kind) =>
            void act(
              `offer ${shift.signupId} ${kind}`,
              (key) => offerSwap(key, shift.signupId, kind),
              () => words.offered(kind),
            )
          }
        />
      ))}
    </>
  );
}
