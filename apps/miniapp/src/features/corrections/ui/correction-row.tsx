import type { CorrectionCard } from '@xiaolin/shared-types/corrections/schema';
import { correctionWords as words, wrongWords } from '@/shared/i18n/zh-CN/corrections';
import { classNames } from '@/shared/ui/class-names';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Tag } from '@/shared/ui/surfaces';
import { minutesWords, stateOf, whenWords } from '../model';

interface CorrectionRowProps {
  readonly card: CorrectionCard;
  /** On the staff's list: whose it is. */
  readonly personName?: string;
  readonly to: string;
  readonly last: boolean;
}

export function CorrectionRow({ card, personName, to, last }: CorrectionRowProps) {
  const state = stateOf(card);
  return (
    <Link to={to} className={classNames('x-cell', 'x-cell--top', last && 'x-cell--last')}>
      <Box as="span" className="grow">
        <Box as="span" className="t2 b k-block">
          {`${personName === undefined ? '' : `${personName}：`}${wrongWords[card.wrong]}`}
        </Box>
        <Box as="span" className="t1 dim k-block">{`${card.activityTitle} ${card.roleName}`}</Box>
        <Box as="span" className="t1 dim num k-block">{`${whenWords(card)}，${minutesWords(card)}`}</Box>
        <Box as="span" className="row wrap mt1">
          <Tag tone={state.tone} icon={state.icon}>
            {state.words}
          </Tag>
          {card.workingDaysLeft !== null && (
            <Box as="span" className={classNames('t1 num ml2', card.workingDaysLeft < 0 ? 'warm' : 'dim')}>
              {words.daysLeft(card.workingDaysLeft)}
            </Box>
          )}
        </Box>
      </Box>
      <Box as="span" className="x-cell__go row">
        <Icon name="right" size="s" />
      </Box>
    </Link>
  );
}
