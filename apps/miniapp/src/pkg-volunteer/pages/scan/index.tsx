import { useCallback, useEffect, useRef, useState } from 'react';
import { loadMyShifts } from '@/features/attendance/api';
import { knownShifts } from '@/features/attendance/known-shifts';
import { nextWay, scannableToday } from '@/features/attendance/model';
import {
  viewOfHeld,
  viewOfOutcome,
  viewOfRefusal,
  viewOfWaiting,
  wasSentLate,
} from '@/features/attendance/scan-view';
import { ScanPrompt } from '@/features/attendance/ui/scan-prompt';
import { ScanResult } from '@/features/attendance/ui/scan-result';
import { usePlace } from '@/features/attendance/ui/use-place';
import { useScanning, type Scanning } from '@/features/attendance/ui/use-scanning';
import { usePageData } from '@/shared/api/use-page-data';
import { attendanceWords, queueWords, scanWords } from '@/shared/i18n/zh-CN/attendance';
import { placeConsentWords } from '@/shared/i18n/zh-CN/place-check';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { preloadPages } from '@/shared/platform/preload';
import { beginSession, useSession } from '@/shared/session/session';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Page } from '@/shared/ui/page';
import { EmptyState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';

/** Checking in and out by the site's code: `c` from a scanned code or its link, `shift` where the person came from one. */
export default function ScanPage() {
  const query = useQuery();
  const signedIn = useSignedIn();
  if (signedIn === 'no')
    return (
      <Page title={scanWords.title.either}>
        <EmptyState
          title={attendanceWords.signInFirst}
          next={{
            label: attendanceWords.signIn,
            onPress: () => void goTo(pagePaths.signIn(pagePaths.scan({ shift: query['shift'] }))),
          }}
        >
          {attendanceWords.signInWhy}
        </EmptyState>
      </Page>
    );
  if (signedIn === 'asking')
    return (
      <Page title={scanWords.title.either}>
        <Skeleton shape="rows" />
      </Page>
    );
  return <ScanDesk code={query['c']} shiftId={query['shift']} saved={query['scan']} />;
}

/** Inside WeChat somebody who opens the page from a code is signed in on the way. */
function useSignedIn(): 'yes' | 'no' | 'asking' {
  const known = useSession((state) => state.person !== null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!known) void beginSession({ kind: 'wechat' }).then(() => setAsked(true));
  }, [known]);
  if (known) return 'yes';
  return asked ? 'no' : 'asking';
}

interface ScanDeskProps {
  readonly code: string | undefined;
  readonly shiftId: string | undefined;
  readonly saved: string | undefined;
}

function ScanDesk({ code, shiftId, saved }: ScanDeskProps) {
  const now = useNow();
  const scanning = useScanning(saved ?? null);
  const { value } = usePageData(loadMyShifts);
  const shifts = value ?? knownShifts();
  const all = shifts === null ? [] : [...shifts.coming, ...shifts.past];
  const meant = all.find((shift) => shift.shiftId === shiftId) ?? null;
  const way = nextWay(meant, now);

  const place = usePlace(meant);
  const { finding } = place;
  const send = scanning.submit;
  const submit = useCallback<typeof send>(
    (text, shift, typed) => send(text, shift, typed, finding()),
    [send, finding],
  );
  const sent = useRef(false);
  useEffect(() => {
    // The code came with the address: a scanner or a camera has done its work already.
    if (code === undefined || sent.current) return;
    sent.current = true;
    submit(code, meant, false);
  }, [code, meant, submit]);

  useEffect(() => preloadPages([pagePaths.volunteer, pagePaths.myCode]), []);

  const view = scanning.scan === null ? null : viewOf(scanning, all, meant, now);
  if (view !== null)
    return (
      <ScanResult
        view={view}
        title={scanWords.title[way]}
        warning={scanning.kept ? undefined : queueWords.device}
        onDone={() => void goTo(pagePaths.volunteer)}
        onAgain={scanning.clear}
      />
    );
  return (
    <Page title={scanWords.title[way]} ownHeading>
      <Heading level={1} className="t4 mt2">
        {scanning.scan === null ? scanWords.prompt : scanWords.sending}
      </Heading>
      {scanning.scan === null ? (
        <>
          {place.mayAgree && (
            <Note className="mt3">
              {placeConsentWords.ask}
              <Link to={pagePaths.privacy}>{placeConsentWords.see}</Link>
            </Note>
          )}
          <ScanPrompt shifts={scannableToday(all, now)} meant={meant} onCode={submit} />
        </>
      ) : (
        <Box role="status">
          <Skeleton shape="rows" count={2} />
        </Box>
      )}
    </Page>
  );
}

type Shifts = Parameters<typeof scannableToday>[0];

/** null while the answer is on its way. */
function viewOf(scanning: Scanning, all: Shifts, meant: Shifts[number] | null, now: Date) {
  const { scan } = scanning;
  if (scan === null) return null;
  const { end } = scan;
  if (end === null) return scanning.parked ? viewOfWaiting(scan, scanning.waiting, scanning.reached) : null;
  if (end.kind === 'recorded') {
    const shift = all.find(({ shiftId }) => shiftId === end.outcome.shiftId) ?? null;
    return viewOfOutcome(end.outcome, shift, wasSentLate(scan.deviceTime, end.settledAt));
  }
  if (end.kind === 'held') return viewOfHeld(scan, end.at);
  return viewOfRefusal(
    {
      problem: end,
      deviceTime: scan.deviceTime,
      settledAt: end.settledAt,
      shift: meant ?? all.find(({ shiftId }) => shiftId === scan.shiftId) ?? null,
      way: nextWay(meant, now),
    },
    now,
  );
}
