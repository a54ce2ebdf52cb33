import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import type { ShiftView } from '@xiaolin/shared-types/shifts/schema';
import { clockWords, spanWords } from '@/shared/i18n/moments';
import { deskWords, projectorWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { canFillScreen, fillScreen } from '@/shared/platform/full-screen';
import mark from '@/shared/theme/covers/mark.svg';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Action, Box, Heading, Picture } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { inGroups } from '@/shared/ui/typed-code';
import { countOf, type ProjectorState, type ShownCode } from '../projector';

interface ProjectorSideProps {
  readonly shift: ShiftView;
  readonly shown: ShownCode | null;
  readonly state: ProjectorState;
  readonly arrived: number;
  readonly way: Direction;
  readonly onWay: (way: Direction) => void;
  readonly onLeave: () => void;
  readonly deviceNow: number;
}

/** The right half: what this is, how many are there, and the 8 characters for those whose camera fails. */
export function ProjectorSide(props: ProjectorSideProps) {
  const { shift, shown, state, way, deviceNow } = props;
  const now = new Date(deviceNow + (shown?.ahead ?? 0));
  const works = state === 'live' || state === 'holding';
  return (
    <Box as="section" className="pj__r" label={words.here}>
      <Head {...props} now={now} />
      <Heading level={1} className="pj__t1 b">
        {shift.activityTitle}
      </Heading>
      <Box className="pj__t2 dim num">
        {words.when(
          `${spanWords(shift.startsAt, shift.endsAt, now)} ${shift.roleName}`,
          shift.meetingPoint ?? (shift.place.name || null),
        )}
      </Box>
      {shown !== null && <Count {...props} shown={shown} />}
      {shown !== null && works && (
        <Box className="pj__typed">
          <Box className="pj__t3 dim">{words.typed}</Box>
          <Box className="pj__chars num" role="img" label={shown.view.typed.split('').join(' ')}>
            {inGroups(shown.view.typed)}
          </Box>
        </Box>
      )}
      <Box className="pj__foot pj__t3">
        <Box as="span" className="b">
          {words.howTo[way]}
        </Box>
        <Box as="span" className="dim">
          {words.noPhone}
        </Box>
      </Box>
    </Box>
  );
}

function Head({ shift, way, onWay, onLeave, now }: ProjectorSideProps & { readonly now: Date }) {
  return (
    <Box className="pj__head">
      <Picture src={mark} className="pj__mark" alt="" lazy={false} />
      <Box as="span" className="pj__t3 b pj__brand">
        {words.brand}
      </Box>
      <Box as="span" className="pj__t3 dim clip grow">
        {shift.organizationName}
      </Box>
      <Box className="pj__ctl" role="group" label={words.controls}>
        <SegmentedControl
          label={words.way}
          options={[
            { value: 'in', label: deskWords.in },
            { value: 'out', label: deskWords.out },
          ]}
          value={way}
          onChange={onWay}
        />
        {canFillScreen() && (
          <Action className="pj__btn" onPress={fillScreen}>
            {words.fill}
          </Action>
        )}
        <Action className="pj__btn" onPress={onLeave}>
          {words.leave}
        </Action>
      </Box>
      <Box as="span" className="pj__t3 dim num">
        {clockWords(now)}
      </Box>
    </Box>
  );
}

function Count({ shown, state, arrived, way }: ProjectorSideProps & { readonly shown: ShownCode }) {
  const { done, of, percent } = countOf(shown.view);
  return (
    <Box role="status" className="pj__count">
      <Box className="pj__countrow num">
        <Box as="span" className="pj__figure b">
          {String(done)}
        </Box>
        <Box as="span" className="pj__of dim">
          {of === 0 ? words.countAlone[way] : words.count[way](of)}
        </Box>
      </Box>
      <Box className="pj__bar" decorative>
        <Box className="pj__fill" style={{ width: `${percent}%` }} />
      </Box>
      <Box className="pj__news pj__t3">
        {state === 'holding' && (
          <Box as="span" className="earth row">
            <Icon name="offline" className="pj__ic" />
            {words.offlineNow}
          </Box>
        )}
        {state === 'live' && arrived > 0 && (
          <Box as="span" className="ok row num">
            <Icon name="check" className="pj__ic" />
            {words.arrived[way](arrived)}
          </Box>
        )}
      </Box>
    </Box>
  );
}
