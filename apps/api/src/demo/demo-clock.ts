import {
  addDistrictDays,
  districtDay,
  startOfDistrictDay,
} from '@xiaolin/shared-types/contract/district-time';
import { Clock } from '../platform/clock/clock.js';

/** A clock that the story moves, so that every event of the past happened at its own time. */
export class DemoClock extends Clock {
  #at: Date;

  constructor(readonly present: Date) {
    super();
    this.#at = present;
  }

  override now(): Date {
    return this.#at;
  }

  /** Moves the clock; never past the present, because nothing of the story lies in the future. */
  moveTo(moment: string): void {
    this.#at = new Date(Math.min(Date.parse(moment), this.present.getTime()));
  }

  /** A moment of the district, so many days from today: `day(1, '14:00')` is tomorrow at two. */
  day(days: number, time: string): string {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const start = startOfDistrictDay(addDistrictDays(districtDay(this.present), days));
    return new Date(start.getTime() + (hours * 60 + minutes) * 60_000).toISOString();
  }

  /** So many minutes from the present, on a full quarter of an hour. */
  soon(minutes: number): string {
    const step = 15 * 60_000;
    return new Date(Math.round((this.present.getTime() + minutes * 60_000) / step) * step).toISOString();
  }
}
