import type { SwapOffer } from '@xiaolin/shared-types/shifts/swaps';
import { useState } from 'react';
import { spanWords } from '@/shared/i18n/moments';
import { sentenceOf } from '@/shared/i18n/problem-text';
import { swapWords as words } from '@/shared/i18n/zh-CN/swaps';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { Card, Note } from '@/shared/ui/surfaces';
import { ShiftLines } from './swap-cards';

interface SeenOfferProps {
  readonly offer: SwapOffer;
  readonly now: Date;
  readonly busy: boolean;
  readonly onAccept: (signupId: string | null) => void;
}

/** What somebody else wants to give: yes, for nothing or with a shift of one's own, or why not. */
export function SeenOffer({ offer, now, busy, onAccept }: SeenOfferProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { refusal, kind, ownPlaces } = offer;
  const accept = () => {
    setTried(true);
    if (kind === 'hand-over') onAccept(null);
    else if (chosen !== null) onAccept(chosen);
  };
  return (
    <Card as="section" className="mt3" label={words.from(offer.fromName)}>
      <Heading level={2} className="t3">
        {words.from(offer.fromName)}
      </Heading>
      <Box className="mt2">
        <ShiftLines shift={offer.shift} now={now} />
      </Box>
      {refusal !== null && (
        <Note tone="warm" className="mt3">
          {sentenceOf(refusal.code, refusal.facts, now)}
        </Note>
      )}
      {refusal === null && kind === 'exchange' && ownPlaces.length === 0 && (
        <Note className="mt3">{words.noOwn}</Note>
      )}
      {refusal === null && kind === 'exchange' && ownPlaces.length > 0 && (
        <ChooseOne
          id="in-return"
          question={words.choose}
          error={tried && chosen === null ? words.chooseMend : undefined}
          choices={ownPlaces.map((place) => ({
            value: place.signupId,
            title: `${place.activityTitle} ${place.roleName}`,
            note: spanWords(place.startsAt, place.endsAt, now),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {refusal === null && (kind === 'hand-over' || ownPlaces.length > 0) && (
        <Button block className="mt4" busy={busy} onPress={accept}>
          {kind === 'hand-over' ? words.accept : words.propose}
        </Button>
      )}
    </Card>
  );
}
