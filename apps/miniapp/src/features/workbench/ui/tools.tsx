import type { IconName } from '@/shared/theme/icons';
import { workbenchWords as words } from '@/shared/i18n/zh-CN/workbench';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';

export interface Tool {
  readonly icon: IconName;
  readonly label: string;
  readonly to: string;
}

/** What a worker reaches for most; the page says which. */
export function Tools({ tools }: { readonly tools: readonly Tool[] }) {
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
