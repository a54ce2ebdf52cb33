import { goTo } from '../platform/navigation';
import { tabs, type TabKey } from '../platform/tabs';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { Icon } from './icon';

/** On the four tab pages. Elder mode has none: everything is on its first page. */
export function TabBar({ current }: { readonly current: TabKey }) {
  return (
    <Box as="nav" className="x-tabbar" label="主导航">
      {tabs.map((tab) => (
        <Action
          key={tab.key}
          href={tab.path}
          current={tab.key === current}
          className={classNames('x-tab', tab.key === current && 'x-tab--on')}
          onPress={() => {
            if (tab.key !== current) void goTo(tab.path);
          }}
        >
          <Icon name={tab.icon} size="l" />
          {tab.label}
        </Action>
      ))}
    </Box>
  );
}
