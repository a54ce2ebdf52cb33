/** The only source of the present moment. Specs set it; nothing else calls `new Date()` without an argument. */
export abstract class Clock {
  abstract now(): Date;

  /** The present moment as it is stored and sent: ISO 8601 in UTC with milliseconds. */
  instant(): string {
    return this.now().toISOString();
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
