import { useDidShow } from '@tarojs/taro';
import { useEffect, type ReactNode } from 'react';
import { showModeOnDevice } from '../platform/appearance';
import { arriveAtPage } from '../platform/attention';
import { useElderMode, useModeClass } from '../platform/preferences';
import type { TabKey } from '../platform/tabs';
import { showTitle } from '../platform/title';
import { classNames } from './class-names';
import { ElderHelpBar } from './elder-help-bar';
import { Box } from './element';
import { NavBar } from './nav-bar';
import type { ResultTone } from './result';
import { TabBar } from './tab-bar';
import { TryOutBanner } from './try-out-banner';

interface PageProps {
  /** In the bar, in the browser's title, and the h1 unless `ownHeading`. */
  readonly title: string;
  /** The page draws its own `<Heading level={1}>`. */
  readonly ownHeading?: boolean;
  /** One of the four tab pages: no back button, tab bar below. */
  readonly tab?: TabKey;
  /** Instead of the title in the bar. */
  readonly navStart?: ReactNode;
  /** A BottomBar. */
  readonly bottom?: ReactNode;
  /** Staff pages take the width of a desk (H5). */
  readonly wide?: boolean;
  /** The whole page in the tint of its Result, or in the accent behind a ticket. */
  readonly tone?: ResultTone | 'ticket';
  /** No side padding. */
  readonly flush?: boolean;
  /** A picture from the top edge on, with the bar over it. Elder mode leaves it out. */
  readonly hero?: ReactNode;
  readonly children: ReactNode;
}

/** The outermost view of every page: mode, bar, landmarks, room for what is fixed below. */
export function Page(props: PageProps) {
  const { title, ownHeading, tab, navStart, bottom, wide, tone, flush, hero, children } = props;
  const mode = useModeClass();
  const elder = useElderMode();
  const over = hero !== undefined && !elder;
  useEffect(() => showModeOnDevice(mode), [mode]);
  useDidShow(() => {
    showTitle(title);
    showModeOnDevice(mode);
    arriveAtPage();
  });
  useEffect(() => showTitle(title), [title]);
  return (
    <Box className={classNames(mode, 'x-page', wide ? 'k-wide' : 'k-column', tone && `k-tone--${tone}`)}>
      <NavBar
        title={title}
        isHeading={!ownHeading && navStart === undefined}
        // Elder mode has no tab bar: its way home is this one.
        back={tab === undefined || (elder && tab !== 'home')}
        start={navStart}
        over={over}
      />
      {!over && <TryOutBanner />}
      <Box as="main" className="k-main">
        {over && <Box className="k-hero">{hero}</Box>}
        {over && <TryOutBanner />}
        <Box
          className={classNames(
            'x-body',
            flush && 'k-body--flush',
            roomBelow(elder, tab !== undefined, bottom !== undefined),
          )}
        >
          {children}
        </Box>
        {bottom}
        {elder && bottom === undefined && <ElderHelpBar />}
      </Box>
      {tab !== undefined && !elder && <TabBar current={tab} />}
    </Box>
  );
}

const roomBelow = (elder: boolean, hasTabs: boolean, hasBar: boolean): string | undefined => {
  if (elder) return hasBar ? 'k-body--barhelp' : 'k-body--help';
  if (hasBar) return 'k-body--bar';
  return hasTabs ? 'k-body--tab' : undefined;
};
