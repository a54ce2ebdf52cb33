import { readLine } from '@/features/signups/api';
import { keptWords, type Offered, untilWords } from '@/features/signups/offer';
import { OfferClock } from '@/features/signups/ui/offer-clock';
import { useAnswer } from '@/features/signups/use-answer';
import { dayWords, plainSpanWords, spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { offersText as words } from '@/shared/i18n/zh-CN/offers';
import { useElderMode } from '@/shared/platform/preferences';
import { useSession } from '@/shared/session/session';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Confirm } from '@/shared/ui/sheet';
import { OfflineNote } from '@/shared/ui/states';
import { Card, Note, Tag } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useEffect, useState } from 'react';

interface OfferPageProps {
  readonly offer: Offered;
  readonly reload: () => Promise<void>;
  readonly onSaid: (sentence: string) => void;
}

/** Seats are kept for this person: how long, for what and whom, and the two answers. */
export function OfferPage({ offer, reload, onSaid }: OfferPageProps) {
  const now = useNow();
  const elder = useElderMode();
  const [declining, setDeclining] = useState(false);
  const answering = useAnswer(offer.id, (status) => {
    setDeclining(false);
    if (status === 'confirmed') onSaid(words.accepted);
    if (status === 'declined') onSaid(words.declined);
    void reload();
  });
  const problem = answering.problem === null ? null : problemText(answering.problem, now);
  return (
    <Page
      title={words.pageTitle}
      ownHeading
      bottom={
        <BottomBar
          below={
            <Button block look="bare" className="mt1" onPress={() => setDeclining(true)}>
              {words.decline}
            </Button>
          }
        >
          <Button block busy={answering.busy} onPress={() => void answering.answer('accept')}>
            {words.accept(offer.seats)}
          </Button>
        </BottomBar>
      }
    >
      <OfflineNote onRetry={() => void reload()} />
      <Box className="k-center mt4">
        <Box className="row k-centered">
          <Tag tone="warm" icon="clock">
            {words.limited}
          </Tag>
        </Box>
        <Heading level={1} className={elder ? 't4 mt3' : 't3 mt3'}>
          {keptWords(offer)}
        </Heading>
        <OfferClock offer={offer} onOver={() => void reload()} />
      </Box>
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.failed}：${problem}`}
          </Note>
        )}
      </LiveNote>
      <Card className="mt4 row">
        {!elder && <Cover category={offer.cover} className="x-act__pic mr3" />}
        <Box className="grow">
          <Box className="t1 accent num b">
            {elder
              ? `${dayWords(offer.startsAt, now)} ${plainSpanWords(offer.startsAt, offer.endsAt)}`
              : spanWords(offer.startsAt, offer.endsAt, now)}
          </Box>
          <Heading level={2} className="t2 b">
            {offer.title}
          </Heading>
          <Box className="t1 dim">{offer.placeName ?? offer.organizationName}</Box>
        </Box>
      </Card>
      <Who offer={offer} />
      <Box className="t1 dim mt4 num k-bar-room">{words.rule(untilWords(offer.offerUntil, now))}</Box>
      <Confirm
        open={declining}
        grave
        busy={answering.busy}
        title={words.declineTitle(offer.title)}
        consequence={problem === null ? words.declineText : `${words.failed}：${problem}`}
        confirmLabel={words.declineConfirm}
        stayLabel={words.declineStay}
        onConfirm={() => void answering.answer('decline')}
        onClose={() => setDeclining(false)}
      />
    </Page>
  );
}

/** Who goes, and how many still wait for a seat. */
function Who({ offer }: { readonly offer: Offered }) {
  const myName = useSession(({ person }) => person?.displayName ?? words.me);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    let gone = false;
    void readLine(offer).then((line) => {
      if (!gone) setWaiting(line?.waiting ?? 0);
    });
    return () => {
      gone = true;
    };
  }, [offer]);
  const names = [myName, ...offer.guests.map(({ name }) => name)].join('、');
  return (
    <Box className="mt3">
      <Rows>
        <ListRow icon="family" iconTone="quiet" title={words.whoGoes} note={names} last={waiting === 0} />
        {waiting > 0 && (
          <ListRow
            icon="people"
            iconTone="quiet"
            title={words.stillWaiting}
            end={<Box as="span">{words.people(waiting)}</Box>}
            last
          />
        )}
      </Rows>
    </Box>
  );
}
