/** The only source of the present moment. Specs set it; nothing else calls `new Date()` without an argument. */
export abstract class Clock {
  abstract now(): Date;

  /** The present moment as it is stored and sent: ISO 8601 in UTC with milliseconds. */
  instant(): string {
    return this.now().toISOString();
  }
}

export class SystemClock extends Clock {
  /** @param offsetMinutes how far ahead of the machine it goes; anything but 0 is for trying out and for journeys */
  constructor(private readonly offsetMinutes = 0) {
    super();
  }

  override now(): Date {
    return new Date(Date.now() + this.offsetMinutes * 60_000);
  }
}
