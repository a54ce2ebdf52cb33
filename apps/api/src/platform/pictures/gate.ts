import { Refusal } from '../http/refusal.js';

/** Lets so many through at once and so many wait; whoever comes then is told to come back. */
export class Gate {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws Refusal `request.rate-limited` when too many wait. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= this.most) {
      if (this.#waiting.length >= this.mostWaiting) throw new Refusal('request.rate-limited', {}, [], 5);
      // Whoever leaves hands its place on, so the count stays.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }
}
