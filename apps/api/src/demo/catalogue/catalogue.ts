import type { DemoClock } from '../demo-clock.js';
import type { DemoActivity } from './activity.js';
import { elsewhere } from './elsewhere.js';
import { past } from './past.js';
import { wanxichong } from './wanxichong.js';

/** Everything that happens around today: invented, in the voice of the district's real programmes. */
export function catalogue(clock: DemoClock): readonly DemoActivity[] {
  const at = (day: number, time: string) => clock.day(day, time);
  const run = (day: number, from: string, to: string, seats: number, rest: object = {}) => ({
    from: at(day, from),
    to: at(day, to),
    seats,
    ...rest,
  });
  return [...wanxichong(clock, run, at), ...elsewhere(run, at), ...past(run, at)];
}
