import { Injectable } from '@nestjs/common';
import type { DrawnEntry } from '@xiaolin/shared-types/lottery/draw';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { isDrawDue } from '../rules/draw-due.js';
import { type LineRow, LineStore } from '../store/line.store.js';
import { type LotteryRow, LotteryStore, pagesOf } from '../store/lottery.store.js';
import { LineDesk } from './line-desk.js';

export interface ShownDraw {
  readonly line: LineRow;
  readonly lottery: LotteryRow;
  readonly entries: number;
  readonly people: number;
  readonly pages: number;
}

/** A lottery as anybody may see it. */
@Injectable()
export class ShowDraw {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly desk: LineDesk,
  ) {}

  /**
   * Whoever asks after entries have closed sees the draw: it is held for them if no job has come to it yet.
   *
   * @throws Refusal `occurrence.unknown`, `draw.unknown` where nothing is drawn.
   */
  async execute(occurrenceId: string): Promise<ShownDraw> {
    const { line } = await this.uow.read((tx) => this.#find(tx, occurrenceId));
    if (isDrawDue(line, this.clock.now())) await this.desk.submit(occurrenceId, { kind: 'sweep' });
    return this.uow.read(async (tx) => {
      const found = await this.#find(tx, occurrenceId);
      const { entries, people } = found.lottery;
      if (entries !== null && people !== null) return { ...found, entries, people, pages: pagesOf(entries) };
      return { ...found, ...(await new LotteryStore(tx).countEntered(occurrenceId)), pages: 0 };
    });
  }

  /** @throws Refusal `occurrence.unknown`, `draw.unknown`, `draw.not-drawn`. */
  page(occurrenceId: string, page: number): Promise<readonly DrawnEntry[]> {
    return this.uow.read(async (tx) => {
      const { lottery } = await this.#find(tx, occurrenceId);
      if (lottery.drawn_at === null) throw new Refusal('draw.not-drawn');
      return new LotteryStore(tx).page(occurrenceId, page);
    });
  }

  async #find(tx: Tx, occurrenceId: string) {
    const line = await new LineStore(tx).find(occurrenceId);
    if (line?.kind !== 'occurrence' || line.published === 0) throw new Refusal('occurrence.unknown');
    const lottery = line.mode === 'lottery' ? await new LotteryStore(tx).find(occurrenceId) : undefined;
    if (lottery === undefined) throw new Refusal('draw.unknown');
    return { line, lottery };
  }
}
