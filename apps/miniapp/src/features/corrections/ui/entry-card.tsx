import type { ManualEntryView, Verdict } from '@xiaolin/shared-types/corrections/schema';
import { clockWords, momentWords } from '@/shared/i18n/moments';
import { correctionWords, entryStatusWords, entryWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Action, Box, Heading } from '@/shared/ui/element';
import { PictureStrip } from '@/shared/ui/picture-field/strip';
import { Card, Tag } from '@/shared/ui/surfaces';
import { whenWords } from '../model';

interface EntryCardProps {
  readonly entry: ManualEntryView;
  readonly now: Date;
  readonly onDecide: (verdict: Verdict) => void;
}

const TONES = { waiting: 'accent', approved: 'ok', rejected: 'earth' } as const;
const ICONS = { waiting: 'clock', approved: 'check', rejected: 'close' } as const;

/** Everything one needs to say yes or no to an entry made by hand. */
export function EntryCard({ entry, now, onDecide }: EntryCardProps) {
  const { workingDaysLeft: days } = entry;
  return (
    <Card as="article" className="mt3" label={entry.personName}>
      <Box className="row row--between row--top">
        <Heading level={2} className="t2 b grow">
          {entry.personName}
        </Heading>
        <Box as="span" className="t2 b num nowrap ml2">
          {words.minutes(entry.minutes)}
        </Box>
      </Box>
      <Box className="t1 dim">{`${entry.activityTitle} ${entry.roleName}`}</Box>
      <Box className="t1 dim num">{whenWords(entry)}</Box>
      <Box className="t2 num mt1">{`${clockWords(entry.inAt)}–${clockWords(entry.outAt)}`}</Box>
      <Box className="t2 mt1 k-wrap">{entry.reason}</Box>
      <Box className="t1 dim mt1">{words.by(entry.author, entry.authorUnit)}</Box>
      <PictureStrip ids={entry.pictures.map(({ id }) => id)} label={correctionWords.evidence} />
      <Box className="row wrap mt1">
        <Tag tone={TONES[entry.status]} icon={ICONS[entry.status]}>
          {entry.status === 'waiting' ? words.waitsFor(entry.decidingUnit) : entryStatusWords[entry.status]}
        </Tag>
        {!entry.hadPlace && (
          <Tag tone="earth" icon="flag">
            {words.noPlace}
          </Tag>
        )}
        {entry.correctionId !== null && <Tag>{words.fromCorrection}</Tag>}
        {days !== null && (
          <Box as="span" className={days < 0 ? 't1 warm num ml2' : 't1 dim num ml2'}>
            {correctionWords.daysLeft(days)}
          </Box>
        )}
      </Box>
      {entry.decidedBy !== null && entry.decidedAt !== null && (
        <Box className="t1 dim num mt1">{`${momentWords(entry.decidedAt, now)}，${entry.decidedBy}：${entry.decisionReason ?? ''}`}</Box>
      )}
      {entry.mayDecide && (
        <Box className="row mt2">
          <Action
            className="x-link"
            label={words.approveOf(entry.personName)}
            onPress={() => onDecide('accept')}
          >
            {words.approve}
          </Action>
          <Action
            className="x-link warm ml3"
            label={words.rejectOf(entry.personName)}
            onPress={() => onDecide('reject')}
          >
            {words.reject}
          </Action>
        </Box>
      )}
    </Card>
  );
}
