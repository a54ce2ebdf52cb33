import type { ShiftView } from '@xiaolin/shared-types/shifts/schema';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { actionWords } from '@/shared/i18n/zh-CN/shifts';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { useSession } from '@/shared/session/session';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { usePlaceDesk } from '../desk';
import { mainAction } from '../model';

interface ShiftBarProps {
  readonly shift: ShiftView;
  readonly place: MySignup | null;
  /** Why the person does not fit; null: nothing is known that stands in the way. */
  readonly unfit: string | null;
  readonly now: Date;
  readonly onTake: () => void;
  readonly onGiveUp: () => void;
}

/** The main button always says what it does, or why it cannot. */
export function ShiftBar({ shift, place, unfit, now, onTake, onGiveUp }: ShiftBarProps) {
  const { busy, refusal } = usePlaceDesk((desk) => desk);
  const signedIn = useSession((state) => state.token !== null);
  const here = pagePaths.shift(shift.id);
  const problem = refusal?.shiftId === shift.id ? refusal.problem : null;
  const action = mainAction(shift.line, place, problem, now, unfit);
  const press = () => {
    if (action.kind === 'scan') void goTo(pagePaths.scan({ shift: shift.id }));
    else if (action.kind === 'answer' && place !== null) void goTo(pagePaths.signup(place.id));
    else if (signedIn) onTake();
    else void goTo(pagePaths.signIn(here));
  };
  return (
    <BottomBar note={action.note}>
      <Button
        block
        busy={busy}
        disabled={action.kind === 'why'}
        icon={action.kind === 'scan' ? 'scan' : undefined}
        sub={!signedIn && action.kind !== 'why' ? actionWords.signIn : undefined}
        onPress={press}
      >
        {action.words}
      </Button>
      {action.giveUp !== undefined && (
        <Button look="bare" onPress={onGiveUp}>
          {action.giveUp}
        </Button>
      )}
    </BottomBar>
  );
}
