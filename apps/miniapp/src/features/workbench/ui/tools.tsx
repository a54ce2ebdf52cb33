import type { IconName } from '@/shared/theme/icons';
import { workbenchWords as words } from '@/shared/i18n/zh-CN/workbench';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';

interface ToolsProps {
  readonly publishPath: string;
  readonly managePath: string;
  readonly hoursPath: string;
}

export function Tools({ publishPath, managePath, hoursPath }: ToolsProps) {
  const tools: readonly { icon: IconName; label: string; to: string }[] = [
    { icon: 'plus', label: words.publish, to: publishPath },
    { icon: 'calendar', label: words.manage, to: managePath },
    { icon: 'clock', label: words.hours, to: hoursPath },
  ];
  return (
    <Box className="x-tools mt2" role="group" label={words.tools}>
      {tools.map(({ icon, label, to }) => (
        <Link key={to} to={to} className="x-tool x-focus">
          <Icon name={icon} size="l" />
          {label}
        </Link>
      ))}
    </Box>
  );
}
