import type { INestApplicationContext } from '@nestjs/common';
import { Admit, SettleAbsences } from '../features/admissions/index.js';
import { GiveFeedback } from '../features/feedback/index.js';
import { UnitOfWork } from '../platform/db/unit-of-work.js';
import type { DemoClock } from './demo-clock.js';
import type { Published } from './load.js';

/** What those who came gave and said, in turn; most give a score without a word, some say nothing at all. */
const VOICES: readonly { readonly score: number; readonly words?: string }[] = [
  { score: 5, words: '老师讲得慢，听得懂。' },
  { score: 5 },
  { score: 4 },
  { score: 5, words: '下次还来，能不能多放几把椅子？' },
  { score: 3, words: '后排听不太清。' },
  { score: 4 },
];

/** She comes to everything she has a place for, and has yet to say how it was. */
const STILL_TO_SAY = 'duan-lihua';

/** Past events with a door: the roster was ticked, most came, and some of them said how it was. */
export class Doors {
  #keys = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  /** Everybody with a place comes but every ninth, and every third of them says how it was the evening after. */
  async opened(stage: Published, startsAt: string): Promise<void> {
    const [run] = stage.runs;
    if (run === undefined) throw new Error('an event that is over has a run');
    const places = await this.#places(run);
    const came = places.filter((place, at) => at % 9 !== 4 || place.person_id === STILL_TO_SAY);
    this.clock.moveTo(startsAt);
    const admit = this.#get(Admit);
    await Promise.all(
      came.map(({ id }) => admit.tick('pu-chunyan', run, { requestKey: this.#key(), signupId: id })),
    );
    this.clock.moveTo(new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString());
    const speaking = came.filter(({ person_id }, at) => at % 3 === 0 && person_id !== STILL_TO_SAY);
    for (const [at, place] of speaking.entries())
      await this.#get(GiveFeedback).execute(place.person_id, place.id, {
        requestKey: this.#key(),
        ...(VOICES[at % VOICES.length] ?? { score: 5 }),
      });
  }

  /** Absences of events that ended more than three days ago are final by now. */
  async settled(): Promise<void> {
    this.clock.moveTo(this.clock.present.toISOString());
    await this.#get(SettleAbsences).execute();
  }

  #places(lineId: string) {
    return this.app
      .get(UnitOfWork)
      .read((tx) =>
        tx.query<{ id: string; person_id: string }>(
          `SELECT id, person_id FROM signup WHERE line_id = ? AND status = 'confirmed' ORDER BY position`,
          [lineId],
        ),
      );
  }

  #key(): string {
    this.#keys += 1;
    return `door-${String(this.#keys).padStart(6, '0')}`;
  }

  #get<T>(token: abstract new (...given: never[]) => T): T {
    return this.app.get(token, { strict: false });
  }
}
