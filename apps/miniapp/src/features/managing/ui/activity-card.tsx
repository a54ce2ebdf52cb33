import type { StaffActivityCard } from '@xiaolin/shared-types/activities/schema';
import { momentWords, spanWords } from '@/shared/i18n/moments';
import { managingWords as words } from '@/shared/i18n/zh-CN/managing';
import { Box } from '@/shared/ui/element';
import { ListRow } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { toneOf } from '../model';

interface ActivityCardProps {
  readonly card: StaffActivityCard;
  readonly now: Date;
  readonly to: string;
  readonly last: boolean;
}

/** One activity of the scope: when next, how full, whose. */
export function ActivityCard({ card, now, to, last }: ActivityCardProps) {
  const next = card.nextOccurrence;
  return (
    <ListRow
      to={to}
      last={last}
      title={card.title}
      note={
        <Box as="span" className="k-block">
          <Box as="span" className="k-block num">
            {next === null ? words.noRun : spanWords(next.startsAt, next.endsAt, now)}
            {card.occurrences > 1 && ` · ${words.runs(card.occurrences)}`}
          </Box>
          <Box as="span" className="k-block num">
            {next !== null && `${words.signedUp(next.line.taken, next.line.capacity)} · `}
            {next !== null && next.line.waiting > 0 && `${words.waiting(next.line.waiting)} · `}
            {card.status === 'draft' && `${words.saved(momentWords(card.updatedAt, now))} · `}
            {card.organizationName}
          </Box>
        </Box>
      }
      end={<Tag tone={toneOf(card.status)}>{words.statusOf[card.status]}</Tag>}
    />
  );
}
