import { creditedMinutes } from '../../hours/index.js';
import type { ShiftColumns } from '../store/served-shift.reader.js';

type Times = Pick<ShiftColumns, 'starts_at' | 'ends_at' | 'break_minutes'>;

/** What a shift earns whoever is there from `inAt` to `outAt`, by the rule of all minutes. */
export const minutesOf = (shift: Times, inAt: string, outAt: string): number =>
  creditedMinutes({
    inAt,
    outAt,
    startsAt: shift.starts_at,
    endsAt: shift.ends_at,
    breakMinutes: shift.break_minutes,
    counted: [],
  }).minutes;

/** What it earns from its start to its end: nobody is credited with more. */
export const fullMinutes = (shift: Times): number => minutesOf(shift, shift.starts_at, shift.ends_at);
