/** Something that time brings about. It must be safe for every process to run it, at once and as often as it likes. */
export interface Job {
  readonly name: string;
  /** Milliseconds from the end of one round to the start of the next. */
  readonly everyMs: number;
  /** Finds what is due in the database and does it; nothing is remembered in the process. */
  run(): Promise<unknown>;
}

/** Runs the jobs of all features, each in rounds of its own that never overlap. */
export class JobRunner {
  readonly #jobs = new Map<string, Job>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #rounds = new Map<string, Promise<unknown>>();
  #stopped = true;

  /** @throws Error after the start: such a job would never run. */
  add(job: Job): void {
    if (!this.#stopped) throw new Error(`the job ${job.name} came after the start`);
    if (this.#jobs.has(job.name)) throw new Error(`two jobs are called ${job.name}`);
    this.#jobs.set(job.name, job);
  }

  start(onError: (error: unknown) => void): void {
    this.#stopped = false;
    for (const job of this.#jobs.values()) this.#round(job, onError);
  }

  /** Lets the rounds on their way finish; no other begins. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#rounds.values());
  }

  /** One round of every job, in the order in which they were added: for specs. */
  async runOnce(): Promise<void> {
    for (const job of this.#jobs.values()) await job.run();
  }

  #round(job: Job, onError: (error: unknown) => void): void {
    const round = Promise.resolve()
      .then(() => job.run())
      .catch(onError)
      .then(() => {
        if (this.#stopped) return;
        const timer = setTimeout(() => this.#round(job, onError), job.everyMs);
        timer.unref();
        this.#timers.set(job.name, timer);
      });
    this.#rounds.set(job.name, round);
  }
}
