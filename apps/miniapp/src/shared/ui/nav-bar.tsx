import type { ReactNode } from 'react';
import { navigationInsets } from '../platform/appearance';
import { goBack } from '../platform/navigation';
import { useElderMode } from '../platform/preferences';
import mark from '../theme/covers/mark.svg';
import { classNames } from './class-names';
import { Action, Box, Heading, Picture, Words } from './element';
import { Icon } from './icon';

interface NavBarProps {
  readonly title: string;
  /** The title is the h1 of the page. */
  readonly isHeading: boolean;
  readonly back: boolean;
  /** Instead of the title: the brand and the place on the home page. */
  readonly start?: ReactNode;
  /** Lies over the picture at the top of the page: only "back", no title. */
  readonly over?: boolean;
}

/** Our own bar: leaves WeChat's capsule free, and grows in elder mode, where "back" is a word. */
export function NavBar({ title, isHeading, back, start, over }: NavBarProps) {
  const elder = useElderMode();
  const { top, height, right } = navigationInsets();
  const inset = right > 0 ? { paddingRight: `${right}px` } : {};
  return (
    <Box
      as="header"
      className={classNames('k-head', over && 'k-head--over')}
      style={{ paddingTop: `${top}px` }}
    >
      <Box className={elder ? 'k-top' : 'x-nav'} style={{ minHeight: `${height}px`, ...inset }}>
        {back && (
          <Action
            className={elder ? 'k-top__back' : 'x-nav__back'}
            label="返回"
            onPress={() => void goBack()}
          >
            <Icon name="left" size="l" />
            {elder && '返回'}
          </Action>
        )}
        {/* Elder mode: "back" is a word, and a title that the page says itself would only crowd it. */}
        {over || (elder && !isHeading && start === undefined)
          ? null
          : (start ?? <NavTitle title={title} isHeading={isHeading} elder={elder} />)}
      </Box>
    </Box>
  );
}

function NavTitle({
  title,
  isHeading,
  elder,
}: {
  readonly title: string;
  readonly isHeading: boolean;
  readonly elder: boolean;
}) {
  const className = elder ? 'k-top__t clip' : 'x-nav__t clip';
  return isHeading ? (
    <Heading level={1} className={className}>
      {title}
    </Heading>
  ) : (
    <Words className={className}>{title}</Words>
  );
}

/** The mark and the name, for the start of the home page's bar. `children`: the chosen place. */
export function Brand({ children }: { readonly children?: ReactNode }) {
  return (
    <Box className="k-brand">
      <Picture src={mark} className="k-brand__mark" alt="" lazy={false} />
      <Words className="k-brand__name">校邻</Words>
      {children}
    </Box>
  );
}
