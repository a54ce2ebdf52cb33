import { greetingWord } from '@/features/people/model';
import { MessageNote } from '@/features/inbox/ui/message-note';
import { CommunityButton } from '@/features/communities/ui/community-button';
import { ElderNextCard } from '@/features/signups/ui/next-card';
import { OfferNote } from '@/features/signups/ui/offer-note';
import { homeText as words } from '@/shared/i18n/zh-CN/home';
import { pagePaths } from '@/shared/platform/page-paths';
import { preferences } from '@/shared/platform/preferences';
import { useSession } from '@/shared/session/session';
import type { IconName } from '@/shared/theme/icons';
import { Action, Box, Heading, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Page } from '@/shared/ui/page';
import { OfflineNote } from '@/shared/ui/states';
import { useNow } from '@/shared/ui/use-now';
import { useMine } from './use-mine';

/** A page of its own: one card, two ways on, two helpers. */
export function ElderHome() {
  const now = useNow();
  const name = useSession(({ person }) => person?.displayName ?? null);
  const { value, signedIn, reload } = useMine();
  const next = value?.next ?? null;
  return (
    <Page
      title={words.title}
      ownHeading
      tab="home"
      navStart={
        <Heading level={1} className="t2 b clip">
          {words.greeting(name, greetingWord(now))}
        </Heading>
      }
    >
      <OfflineNote onRetry={() => void reload()} />
      {next && <ElderNextCard signup={next} now={now} />}
      {signedIn && value !== null && next === null && (
        <Box as="section" className="e-next" label={words.nextLabel}>
          <Box className="e-next__b">
            <Box className="t3">{words.elderNothing}</Box>
            <Box className="t2 dim mt1">{words.elderNothingHint}</Box>
          </Box>
        </Box>
      )}
      {value?.offer && <OfferNote offer={value.offer} now={now} onOver={() => void reload()} />}
      {value?.message && <MessageNote message={value.message} now={now} />}
      <BigRow to={pagePaths.activities} icon="calendar" text={words.elderActivities} />
      <BigRow to={pagePaths.me} icon="ticket" text={words.elderMine} />
      {!signedIn && <BigRow to={pagePaths.signIn(pagePaths.home)} icon="person" text={words.signIn} />}
      <Box className="row row--between mt4 k-elder-foot">
        <CommunityButton />
        <Action className="k-elder-plain" onPress={() => preferences.getState().setElder(false)}>
          {words.standard}
        </Action>
      </Box>
    </Page>
  );
}

function BigRow({ to, icon, text }: { readonly to: string; readonly icon: IconName; readonly text: string }) {
  return (
    <Link to={to} className="e-row">
      <Box as="span" className="e-row__i" decorative>
        <Icon name={icon} size="l" />
      </Box>
      <Words className="grow">{text}</Words>
      <Icon name="right" />
    </Link>
  );
}
