import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import type { SwapKind, SwapShift, SwapView } from '@xiaolin/shared-types/shifts/swaps';
import { spanWords } from '@/shared/i18n/moments';
import { swapWords as words } from '@/shared/i18n/zh-CN/swaps';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Card, Tag } from '@/shared/ui/surfaces';
import { codeWords } from '../model';

export function ShiftLines({ shift, now }: { readonly shift: SwapShift; readonly now: Date }) {
  return (
    <>
      <Box className="t1 accent num b">{spanWords(shift.startsAt, shift.endsAt, now)}</Box>
      <Box className="t2 b">{`${shift.activityTitle} ${shift.roleName}`}</Box>
      {shift.placeName !== null && <Box className="t1 dim">{shift.placeName}</Box>}
    </>
  );
}

interface OwnShiftProps {
  readonly shift: MyShift;
  readonly now: Date;
  readonly busy: boolean;
  readonly onOffer: (kind: SwapKind) => void;
}

/** A place that one could give: for nothing, or for another. */
export function OwnShiftCard({ shift, now, busy, onOffer }: OwnShiftProps) {
  return (
    <Card
      as="section"
      className="mt3"
      label={`${shift.activityTitle} ${spanWords(shift.startsAt, shift.endsAt, now)}`}
    >
      <ShiftLines shift={shift} now={now} />
      <Box className="row wrap mt3">
        {(['hand-over', 'exchange'] as const).map((kind) => (
          <Button
            key={kind}
            look="soft"
            size="s"
            className="mr2 mt1"
            busy={busy}
            onPress={() => onOffer(kind)}
          >
            {kind === 'hand-over' ? words.handOver : words.exchange}
          </Button>
        ))}
      </Box>
    </Card>
  );
}

interface SwapCardProps {
  readonly swap: SwapView;
  readonly now: Date;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
  readonly onWithdraw: () => void;
}

/** An offer of one's own, or one that waits for somebody else's word. */
export function SwapCard({ swap, now, busy, onAgree, onDecline, onWithdraw }: SwapCardProps) {
  const { state, mine, kind, toName, inReturn, fromName } = swap;
  return (
    <Card className="mt3">
      <ShiftLines shift={swap.shift} now={now} />
      <Box className="row mt2">
        <Tag tone={state === 'done' ? 'ok' : 'earth'} icon={state === 'done' ? 'check' : 'clock'}>
          {state === 'done'
            ? words.done(fromName, toName ?? '')
            : state === 'proposed'
              ? mine
                ? words.proposed(toName ?? '')
                : words.waitsFor(fromName)
              : words.offered(kind)}
        </Tag>
      </Box>
      {swap.code !== null && (
        <Box className="mt3">
          <Box className="t1 dim">{words.code}</Box>
          <Heading level={2} className="t4 num">
            {codeWords(swap.code)}
          </Heading>
          <Box className="t1 dim mt1">{words.codeHow(kind)}</Box>
        </Box>
      )}
      {inReturn !== null && (
        <Box className="mt3">
          <ShiftLines shift={inReturn} now={now} />
        </Box>
      )}
      {mine && state !== 'done' && (
        <Box className="row wrap mt3">
          {state === 'proposed' && (
            <>
              <Button look="soft" size="s" className="mr2 mt1" busy={busy} onPress={onAgree}>
                {words.agree}
              </Button>
              <Button look="line" size="s" className="mr2 mt1" busy={busy} onPress={onDecline}>
                {words.decline}
              </Button>
            </>
          )}
          <Button look="bare" size="s" className="mt1" busy={busy} onPress={onWithdraw}>
            {words.withdraw}
          </Button>
        </Box>
      )}
    </Card>
  );
}
