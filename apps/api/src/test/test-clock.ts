import { Clock } from '../platform/clock/clock.js';

/** A clock that stands still until a spec moves it. */
export class TestClock extends Clock {
  #at: number;

  constructor(instant = '2026-11-23T02:00:00.000Z') {
    super();
    this.#at = Date.parse(instant);
  }

  override now(): Date {
    return new Date(this.#at);
  }

  set(instant: string): void {
    this.#at = Date.parse(instant);
  }

  advance(minutes: number): void {
    this.#at += minutes * 60_000;
  }

  /** The moment so many minutes from now, as stored. */
  in(minutes: number): string {
    return new Date(this.#at + minutes * 60_000).toISOString();
  }
}
