import { CommunityButton } from '@/features/communities/ui/community-button';
import { MessageNote } from '@/features/inbox/ui/message-note';
import { headline } from '@/features/signups/model';
import { CancelSheet, doneWords } from '@/features/signups/ui/cancel-sheet';
import { OfferNote } from '@/features/signups/ui/offer-note';
import { NextCard } from '@/features/signups/ui/next-card';
import { useCancel } from '@/features/signups/use-cancel';
import { dateWords } from '@/shared/i18n/moments';
import { homeText as words } from '@/shared/i18n/zh-CN/home';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { preferences } from '@/shared/platform/preferences';
import { Button } from '@/shared/ui/button';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Brand } from '@/shared/ui/nav-bar';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { OfflineNote } from '@/shared/ui/states';
import { Card, Note } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { useState } from 'react';
import { Nearby } from './nearby';
import { useMine } from './use-mine';

export function StandardHome() {
  const now = useNow();
  const mine = useMine();
  const [done, setDone] = useState<string | null>(null);
  const next = mine.value?.next ?? null;
  const cancelling = useCancel((status) => {
    setDone(doneWords(status, next?.status));
    void mine.reload();
  });
  return (
    <Page
      title={words.title}
      ownHeading
      tab="home"
      navStart={
        <Brand>
          <CommunityButton />
        </Brand>
      }
    >
      <Box className="row row--between mt2">
        <Box as="span" className="t1 quiet num">
          {dateWords(now)}
        </Box>
        <Action className="x-link" onPress={() => preferences.getState().setElder(true)}>
          <Icon name="elder" className="mr1" />
          {words.elder}
        </Action>
      </Box>
      <Heading level={1} className="t4 mt1">
        {mine.signedIn ? headline(next, now) : words.welcome}
      </Heading>
      <OfflineNote onRetry={() => void mine.reload()} />
      {next && <NextCard signup={next} now={now} onCannotCome={() => cancelling.ask(next)} />}
      <LiveNote>
        {done !== null && (
          <Note tone="ok" className="mt3">
            {done}
          </Note>
        )}
      </LiveNote>
      {mine.value?.offer && (
        <OfferNote offer={mine.value.offer} now={now} onOver={() => void mine.reload()} />
      )}
      {mine.value?.message && <MessageNote message={mine.value.message} now={now} />}
      {!mine.signedIn && <SignInCard />}
      <Nearby now={now} />
      <CancelSheet cancelling={cancelling} now={now} />
    </Page>
  );
}

function SignInCard() {
  return (
    <Card className="mt3 row">
      <Box className="grow mr3">
        <Box className="t2 b">{words.signInTitle}</Box>
        <Box className="t1 dim">{words.signInHint}</Box>
      </Box>
      <Button
        size="s"
        look="soft"
        href={pagePaths.signIn(pagePaths.home)}
        onPress={() => void goTo(pagePaths.signIn(pagePaths.home))}
      >
        {words.signIn}
      </Button>
    </Card>
  );
}
