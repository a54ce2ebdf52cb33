import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { dayWords, plainClockWords, spanWords } from '@/shared/i18n/moments';
import { homeText as words } from '@/shared/i18n/zh-CN/home';
import { ticketsText } from '@/shared/i18n/zh-CN/tickets';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Tag } from '@/shared/ui/surfaces';
import { courseWords, ticketOf } from '../courses';
import { stateWords } from '../model';

interface NextCardProps {
  readonly signup: MySignup;
  readonly now: Date;
  readonly onCannotCome: () => void;
}

const weaveOf = (cover: string): string =>
  cover === 'arts' || cover === 'health' ? `x-weave x-weave--${cover}` : 'x-weave';

/** The next thing is certain (nextOf): a run has its ticket, a shift its own page. */
const pathOf = (signup: MySignup, now: Date): string =>
  signup.kind === 'shift'
    ? pagePaths.shift(signup.lineId)
    : pagePaths.ticket(ticketOf(signup, now) ?? signup.id);

/** The next thing the person goes to, as the card with the torn edge. */
export function NextCard({ signup, now, onCannotCome }: NextCardProps) {
  const state = stateWords(signup, now);
  return (
    <Box as="section" className="x-tk mt3" label={words.nextLabel}>
      <Cover category={signup.cover} className="x-tk__pic" />
      <Box className={weaveOf(signup.cover)} decorative />
      <Box className="x-tk__b">
        <Box className="row row--between">
          <Box as="span" className="t1 b accent num">
            {spanWords(signup.startsAt, signup.endsAt, now)}
          </Box>
          <Tag tone={state.tone} icon={state.icon}>
            {state.words}
          </Tag>
        </Box>
        <Heading level={2} className="t3 mt1">
          <Link to={pagePaths.signup(signup.id)} className="k-plain-link">
            {signup.title}
          </Link>
        </Heading>
        <Box className="t1 dim mt1">{signup.placeName ?? signup.organizationName}</Box>
        {signup.dates !== null && <Box className="t1 dim num">{courseWords(signup, now)}</Box>}
      </Box>
      <Box className="x-tk__tear" decorative />
      <Box className="x-tk__f">
        <Button
          size="s"
          className="grow"
          icon={signup.kind === 'shift' ? undefined : 'qr'}
          href={pathOf(signup, now)}
          onPress={() => void goTo(pathOf(signup, now))}
        >
          {signup.kind === 'shift' ? words.openShift : ticketsText.show}
        </Button>
        <Button size="s" look="bare" className="ml2" onPress={onCannotCome}>
          {words.cannotCome}
        </Button>
      </Box>
    </Box>
  );
}

/** The same in elder mode: plain time, one button. */
export function ElderNextCard({ signup, now }: Omit<NextCardProps, 'onCannotCome'>) {
  return (
    <Box as="section" className="e-next" label={words.nextLabel}>
      <Box className={`${weaveOf(signup.cover)} k-weave-elder`} decorative />
      <Box className="e-next__b">
        <Box className="t2 b accent num">
          {`${dayWords(signup.startsAt, now)} ${plainClockWords(signup.startsAt)}`}
        </Box>
        <Heading level={2} className="t4 mt1">
          {signup.title}
        </Heading>
        <Box className="t2 dim mt1">{signup.placeName ?? signup.organizationName}</Box>
        <Button
          block
          className="mt4"
          icon={signup.kind === 'shift' ? undefined : 'qr'}
          href={pathOf(signup, now)}
          onPress={() => void goTo(pathOf(signup, now))}
        >
          {signup.kind === 'shift' ? words.openElder : ticketsText.showElder}
        </Button>
      </Box>
    </Box>
  );
}
