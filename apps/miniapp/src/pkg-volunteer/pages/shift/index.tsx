import type { ShiftView } from '@xiaolin/shared-types/shifts/schema';
import type { ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { useCallback, useEffect, useState } from 'react';
import { loadShiftEligibility } from '@/features/requirements/api';
import { whyWords } from '@/features/requirements/model';
import { RequirementCard } from '@/features/requirements/ui/requirement-card';
import { loadMyPlace, loadShift } from '@/features/shifts/api';
import { placeDesk, usePlaceDesk } from '@/features/shifts/desk';
import { CancelSheet } from '@/features/shifts/ui/cancel-sheet';
import { ShiftBar } from '@/features/shifts/ui/shift-bar';
import { ShiftFacts } from '@/features/shifts/ui/shift-facts';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { momentWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { shiftWords, takenWords } from '@/shared/i18n/zh-CN/shifts';
import { swapWords } from '@/shared/i18n/zh-CN/swaps';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { session } from '@/shared/session/session';
import { Box } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';

interface ShiftAndPlace {
  readonly shift: ShiftView;
  readonly place: MySignup | null;
  /** null while nobody is signed in. */
  readonly eligibility: ShiftEligibility | null;
}

async function loadAll(shiftId: string): Promise<Result<ShiftAndPlace>> {
  const shift = await loadShift(shiftId);
  if (!shift.ok) return shift;
  const place = await loadMyPlace(shiftId, shift.value.activityId);
  // A session that ended is no reason to hide a public page; taking a place will ask for it.
  if (!place.ok && !place.problem.code.startsWith('session.')) return place;
  // The page is good without it: the server decides again.
  const eligibility = session.getState().token === null ? null : await loadShiftEligibility(shiftId);
  return {
    ok: true,
    value: {
      shift: shift.value,
      place: place.ok ? place.value : null,
      eligibility: eligibility?.ok ? eligibility.value : null,
    },
  };
}

/** One volunteer shift: what to do, where, the risks, who is in charge; taking a place and giving it up. */
export default function ShiftPage() {
  const shiftId = useQuery()['id'] ?? '';
  const now = useNow();
  const { value, problem, reload } = usePageData(useCallback(() => loadAll(shiftId), [shiftId]));
  const desk = useShiftDesk(shiftId, value, reload);
  if (value === null)
    return (
      <Page title={shiftWords.pageTitle}>
        {problem === null ? (
          <Skeleton shape="detail" />
        ) : problem.code === 'shift.unknown' || problem.code === 'request.invalid' ? (
          <EmptyState
            title={shiftWords.gone}
            next={{ label: shiftWords.everywhere, onPress: () => void goTo(pagePaths.volunteer) }}
          >
            {shiftWords.goneWhy}
          </EmptyState>
        ) : (
          <LoadProblem
            problem={problem}
            title={shiftWords.shiftFailed}
            onRetry={() => void reload()}
            here={pagePaths.shift(shiftId)}
          />
        )}
      </Page>
    );
  const { shift, place, eligibility } = value;
  const unfit = eligibility?.refusal ? whyWords(eligibility.refusal, now) : null;
  const mayStillSwap = place?.status === 'confirmed' && now.getTime() < Date.parse(shift.startsAt);
  return (
    <Page
      title={shiftWords.pageTitle}
      ownHeading
      bottom={
        <ShiftBar
          shift={shift}
          place={place}
          unfit={unfit}
          now={now}
          onTake={desk.take}
          onGiveUp={() => desk.ask(true)}
        />
      }
    >
      <OfflineNote onRetry={() => void reload()} />
      <LiveNote>
        {desk.said !== '' && (
          <Note tone="ok" className="mt2">
            {desk.said}
          </Note>
        )}
        {desk.refused !== null && !desk.asking && (
          <Note tone="warm" className="mt2">
            {problemText(desk.refused, now)}
          </Note>
        )}
      </LiveNote>
      <ShiftFacts shift={shift} now={now} />
      <RequirementCard
        shiftId={shift.id}
        asked={shift.requirements}
        eligibility={place?.status === 'confirmed' ? null : eligibility}
        now={now}
      />
      {mayStillSwap && (
        <Box className="mt4">
          {shift.swaps ? (
            <Link to={pagePaths.swaps()}>{swapWords.link}</Link>
          ) : (
            <Box className="t1 dim">{swapWords.offTag}</Box>
          )}
        </Box>
      )}
      <CancelSheet
        open={desk.asking}
        roleName={shift.roleName}
        waiting={place?.status === 'waitlisted'}
        late={place?.freeExit !== true && now.getTime() >= Date.parse(shift.line.closesAt)}
        busy={desk.busy}
        problem={desk.refused === null ? null : problemText(desk.refused, now)}
        onConfirm={desk.giveUp}
        onClose={() => desk.ask(false)}
      />
    </Page>
  );
}

/** Taking and giving up from this page, and what there is to say about it. */
function useShiftDesk(shiftId: string, value: ShiftAndPlace | null, reload: () => Promise<void>) {
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const { busy, refusal } = usePlaceDesk((state) => state);
  // A refusal belongs to this visit: the next one may find the clash gone.
  useEffect(() => () => placeDesk.getState().forget(), []);

  const take = async () => {
    setSaid('');
    const place = await placeDesk.getState().take(shiftId);
    await reload();
    if (place === null || value === null) return;
    setSaid(
      place.status === 'waitlisted'
        ? `${takenWords.waitlisted}，${takenWords.waitlistedNote(place.ahead ?? 0)}`
        : `${takenWords.confirmed}，${takenWords.confirmedNote(momentWords(value.shift.startsAt, new Date()))}`,
    );
  };
  const giveUp = async (reason: string) => {
    const place = value?.place ?? null;
    if (place === null) return;
    const done = await placeDesk.getState().giveUp(shiftId, place.id, reason);
    if (done === null) return;
    setAsking(false);
    setSaid(place.status === 'waitlisted' ? takenWords.left : takenWords.gaveUp);
    await reload();
  };
  return {
    said,
    asking,
    busy,
    refused: refusal?.shiftId === shiftId ? refusal.problem : null,
    take: () => void take(),
    giveUp: (reason: string) => void giveUp(reason),
    ask: (open: boolean) => {
      placeDesk.getState().forget();
      setAsking(open);
    },
  };
}
