import type { Ticket } from '@xiaolin/shared-types/admissions/schema';
import { inGroups } from '@/shared/i18n/code-words';
import { dayWords, plainSpanWords, spanWords } from '@/shared/i18n/moments';
import { ticketsText as words } from '@/shared/i18n/zh-CN/tickets';
import { useElderMode } from '@/shared/platform/preferences';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { QrCode } from '@/shared/ui/qr-code';
import { LiveNote } from '@/shared/ui/result';
import { Note, Tag } from '@/shared/ui/surfaces';
import { doorWords, namesOf } from '../model';

interface TicketCardProps {
  readonly ticket: Ticket;
  /** Cover of its category, where it is known. */
  readonly cover: string | null;
  readonly now: Date;
}

/** With its frame and quiet zone: the code itself stays at the 232 px that every scanner reads, also 320 px wide. */
const codeSize = 280;

/** What is held out at the door: large, black on white, readable aloud, with everybody's name. */
export function TicketCard({ ticket, cover, now }: TicketCardProps) {
  const elder = useElderMode();
  const door = doorWords(ticket, now);
  return (
    <Box as="article" className="x-tk">
      {!elder && cover !== null && <Cover category={cover} className="x-tk__pic" />}
      <Box className="x-tk__b">
        <Heading level={1} className="t3">
          {ticket.title}
        </Heading>
        <Box className="t2 mt1 b accent num">
          {elder
            ? `${dayWords(ticket.startsAt, now)} ${plainSpanWords(ticket.startsAt, ticket.endsAt)}`
            : spanWords(ticket.startsAt, ticket.endsAt, now)}
        </Box>
        <Box className="t1 dim mt1">{ticket.placeName ?? ticket.organizationName}</Box>
        <LiveNote>
          {door !== null && (
            <Note tone={door.tone} className="mt2">
              {door.words}
            </Note>
          )}
        </LiveNote>
      </Box>
      <Box className="x-tk__tear" decorative />
      <Box className="k-code k-code--ticket">
        <QrCode text={ticket.code} label={words.label} size={codeSize} snug />
        <Box className="t3 num mt2" label={ticket.typed.split('').join(' ')} role="img">
          {inGroups(ticket.typed)}
        </Box>
        <Box className="t1 dim">{words.say}</Box>
      </Box>
      <Box className="k-tk__who row row--between">
        <Box as="span" className="row grow">
          <Icon name="family" className="quiet mr2" />
          <Box as="span" className="t2 b">
            {namesOf(ticket)}
          </Box>
        </Box>
        <Tag tone="accent">{words.seats(ticket.seats)}</Tag>
      </Box>
    </Box>
  );
}
