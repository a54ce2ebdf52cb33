import { offersText as words } from '@/shared/i18n/zh-CN/offers';
import { pagePaths } from '@/shared/platform/page-paths';
import { Countdown } from '@/shared/ui/countdown';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { type Offered, untilWords } from '../offer';

interface OfferNoteProps {
  readonly offer: Offered;
  readonly now: Date;
  readonly onOver: () => void;
}

/** On the home page: seats are kept, and until when. */
export function OfferNote({ offer, now, onOver }: OfferNoteProps) {
  return (
    <Link to={pagePaths.signup(offer.id)} className="x-note x-note--warm mt3 row">
      <Icon name="ticket" />
      <Box as="span" className="grow">
        <Box as="span" className="b k-block">
          {words.noteTitle(offer.title, offer.seats)}
        </Box>
        <Box as="span" className="num k-block">
          {words.noteText(untilWords(offer.offerUntil, now))}
          <Countdown key={offer.offerUntil} until={offer.offerUntil} onOver={onOver} />
        </Box>
      </Box>
      <Icon name="right" size="s" />
    </Link>
  );
}
