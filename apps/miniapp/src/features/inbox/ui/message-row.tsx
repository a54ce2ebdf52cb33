import type { MessageView } from '@xiaolin/shared-types/inbox/routes';
import { momentWords } from '@/shared/i18n/moments';
import { inboxText as words } from '@/shared/i18n/zh-CN/inbox';
import { Box } from '@/shared/ui/element';
import { ListRow } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { messageWords } from '../all-kinds';

interface MessageRowProps {
  readonly message: MessageView;
  readonly now: Date;
  readonly last: boolean;
}

export function MessageRow({ message, now, last }: MessageRowProps) {
  const { title, body, to, icon, tone } = messageWords(message, now);
  return (
    <ListRow
      icon={icon}
      iconTone={tone}
      title={title}
      note={
        <>
          <Box as="span" className="k-block">
            {body}
          </Box>
          <Box as="span" className="k-block quiet">
            {momentWords(message.createdAt, now)}
          </Box>
        </>
      }
      end={message.read ? undefined : <Tag tone="warm">{words.new}</Tag>}
      to={to ?? undefined}
      last={last}
    />
  );
}
