import { peopleText } from '../i18n/zh-CN/people';
import { goTo } from '../platform/navigation';
import { pagePaths } from '../platform/page-paths';
import { useSession } from '../session/session';
import { Action, Box } from './element';

/** Above every page while somebody walks through the try-out mode as one of its named people. */
export function TryOutBanner() {
  const name = useSession(({ way, person }) => (way?.kind === 'demo' && person ? person.displayName : null));
  if (name === null) return null;
  return (
    <Box as="section" className="k-demo" label={peopleText.tryOut(name)}>
      <Box as="span" className="grow">
        {peopleText.tryOut(name)}
      </Box>
      <Action className="k-inline-act b" onPress={() => void goTo(pagePaths.signIn(pagePaths.home))}>
        {peopleText.tryOutSwitch}
      </Action>
    </Box>
  );
}
