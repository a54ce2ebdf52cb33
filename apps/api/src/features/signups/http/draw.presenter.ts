import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import type { ShownDraw } from '../use-cases/show-draw.js';

/** Every field by name: the seed is shown with the draw and not a moment before. */
export const presentDraw = ({ line, lottery, entries, people, pages }: ShownDraw): DrawView => ({
  occurrenceId: line.id,
  activityId: line.activity_id,
  title: line.title,
  commitment: lottery.commitment,
  committedAt: lottery.committed_at,
  drawsAt: line.closes_at,
  entries,
  people,
  drawn:
    lottery.drawn_at === null
      ? null
      : {
          at: lottery.drawn_at,
          seed: lottery.seed,
          digest: lottery.digest ?? '',
          seats: lottery.seats ?? 0,
          waitlistLimit: lottery.waitlist_limit ?? 0,
          pages,
        },
});
