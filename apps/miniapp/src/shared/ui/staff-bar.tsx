import { goTo, replaceWith } from '../platform/navigation';
import { usePreferences } from '../platform/preferences';
import type { IconName } from '../theme/icons';
import { classNames } from './class-names';
import { Action, Box } from './element';
import { ElderHelpBar } from './elder-help-bar';
import { Icon } from './icon';
import { staffPlaces as words } from '../i18n/zh-CN/staff-places';

export type StaffPlace = 'workbench' | 'activities' | 'desk' | 'hours' | 'me';

const places: readonly { readonly key: StaffPlace; readonly path: string; readonly icon: IconName }[] = [
  { key: 'workbench', path: '/pkg-worker/pages/workbench/index', icon: 'board' },
  { key: 'activities', path: '/pkg-worker/pages/activities/index', icon: 'calendar' },
  { key: 'desk', path: '/pkg-worker/pages/desk/index', icon: 'scan' },
  { key: 'hours', path: '/pkg-worker/pages/hours/index', icon: 'clock' },
  { key: 'me', path: '/pages/me/index', icon: 'person' },
];

/** The staff's navigation: below on a phone, at the side of a desk. Elder mode has the helpers instead. */
export function StaffBar({ current }: { readonly current: StaffPlace }) {
  const elder = usePreferences((state) => state.elder);
  if (elder) return <ElderHelpBar />;
  return (
    <Box as="nav" className="x-tabbar k-staffbar" label={words.label}>
      {places.map(({ key, path, icon }) => (
        <Action
          key={key}
          href={path}
          current={key === current}
          className={classNames('x-tab', key === current && 'x-tab--on')}
          onPress={() => {
            // Beside each other, not on top: "back" leads out of the staff's pages, however long one worked in them.
            if (key !== current) void (key === 'me' ? goTo(path) : replaceWith(path));
          }}
        >
          <Icon name={icon} size="l" />
          {words[key]}
        </Action>
      ))}
    </Box>
  );
}
