import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { dayWords, plainClockWords, spanWords } from '@/shared/i18n/moments';
import { useElderMode } from '@/shared/platform/preferences';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { Tag } from '@/shared/ui/surfaces';
import { courseWords } from '../courses';
import { stateWords } from '../model';
import { pagePaths } from '@/shared/platform/page-paths';
import { signupsText as words } from '@/shared/i18n/zh-CN/signups';

interface SignupRowsProps {
  readonly items: readonly MySignup[];
  readonly now: Date;
}

/** A person's places, one card each. */
export function SignupRows({ items, now }: SignupRowsProps) {
  const elder = useElderMode();
  return (
    <>
      {items.map((signup, index) =>
        elder ? (
          <ElderRow key={signup.id} signup={signup} now={now} />
        ) : (
          <Link
            key={signup.id}
            to={pagePaths.signup(signup.id)}
            className={index === items.length - 1 ? 'x-act x-act--last' : 'x-act'}
          >
            <Box className="x-act__main">
              <Box className="x-act__when num">
                {courseWords(signup, now) ?? spanWords(signup.startsAt, signup.endsAt, now)}
              </Box>
              <Heading level={3} className="x-act__t clip2">
                {signup.title}
              </Heading>
              <Box className="x-act__where clip">{signup.placeName ?? signup.organizationName}</Box>
              <Box className="row wrap">
                <State signup={signup} now={now} />
              </Box>
            </Box>
            <Cover category={signup.cover} className="x-act__pic" />
          </Link>
        ),
      )}
    </>
  );
}

interface RowProps {
  readonly signup: MySignup;
  readonly now: Date;
}

export function State({ signup, now }: RowProps) {
  const state = stateWords(signup, now);
  return (
    <>
      <Tag tone={state.tone} icon={state.icon}>
        {state.words}
      </Tag>
      {signup.kind === 'shift' && (
        <Box as="span" className="ml2 row">
          <Tag>{words.states.shift}</Tag>
        </Box>
      )}
    </>
  );
}

function ElderRow({ signup, now }: RowProps) {
  return (
    <Link to={pagePaths.signup(signup.id)} className="k-elder-card">
      <Box as="span" className="t2 b accent num k-block">
        {courseWords(signup, now) ?? `${dayWords(signup.startsAt, now)} ${plainClockWords(signup.startsAt)}`}
      </Box>
      <Heading level={3} className="t3 mt1">
        {signup.title}
      </Heading>
      <Box as="span" className="t1 dim k-block mt1">
        {signup.placeName ?? signup.organizationName}
      </Box>
      <Box className="row wrap mt2">
        <State signup={signup} now={now} />
      </Box>
    </Link>
  );
}
