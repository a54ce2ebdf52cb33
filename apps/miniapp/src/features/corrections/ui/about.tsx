import type { CorrectionCard } from '@xiaolin/shared-types/corrections/schema';
import { correctionWords as words, wrongWords } from '@/shared/i18n/zh-CN/corrections';
import { Box, Heading } from '@/shared/ui/element';
import { Tag } from '@/shared/ui/surfaces';
import { dueWords, minutesWords, stateOf, whenWords } from '../model';

/** What a correction is about, where it stands, and until when. */
export function About({ card, title }: { readonly card: CorrectionCard; readonly title: string }) {
  const state = stateOf(card);
  const due = dueWords(card);
  return (
    <>
      <Heading level={1} className="t3 mt2">
        {title}
      </Heading>
      <Box className="t2 mt1">{`${card.activityTitle} ${card.roleName}`}</Box>
      <Box className="t1 dim num">{`${whenWords(card)}，${card.recordingUnit}`}</Box>
      <Box className="t2 b num mt2">{`${wrongWords[card.wrong]}：${minutesWords(card)}`}</Box>
      <Box className="row wrap mt2">
        <Tag tone={state.tone} icon={state.icon}>
          {state.words}
        </Tag>
        {card.workingDaysLeft !== null && (
          <Box as="span" className={card.workingDaysLeft < 0 ? 't1 warm num ml2' : 't1 dim num ml2'}>
            {words.daysLeft(card.workingDaysLeft)}
          </Box>
        )}
      </Box>
      {due !== null && <Box className="t1 dim mt1">{due}</Box>}
    </>
  );
}
