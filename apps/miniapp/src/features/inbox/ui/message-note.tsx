import type { MessageView } from '@xiaolin/shared-types/inbox/routes';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { homeWords } from '../model';

interface MessageNoteProps {
  readonly message: MessageView;
  readonly now: Date;
}

/** On the home page: the one thing that happened meanwhile. */
export function MessageNote({ message, now }: MessageNoteProps) {
  const { title, body, icon, tone } = homeWords(message, now);
  return (
    <Link to={pagePaths.messages} className={`x-note x-note--${tone} mt3 row`}>
      <Icon name={icon} />
      <Box as="span" className="grow">
        <Box as="span" className="b k-block">
          {title}
        </Box>
        <Box as="span" className="num k-block">
          {body}
        </Box>
      </Box>
      <Icon name="right" size="s" />
    </Link>
  );
}
