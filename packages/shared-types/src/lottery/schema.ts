import * as v from 'valibot';
import { Id, Instant } from '../contract/fields.js';
import { DRAW_OUTCOMES } from './draw.js';

/** 64 hex digits. */
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Entries of one page of a drawn list. */
export const ENTRIES_OF_PAGE = 1_000;

/** One entry of a drawn list: a number and what came of it, never a name. */
export const DrawnEntryView = v.object({
  number: v.string(),
  seats: v.number(),
  busy: v.boolean(),
  outcome: v.picklist(DRAW_OUTCOMES),
});

/** A lottery as anybody sees it. The seed is in it only once it has been drawn with. */
export const DrawView = v.object({
  occurrenceId: Id,
  activityId: Id,
  title: v.string(),
  /** SHA-256 of the seed, published before anybody could enter. */
  commitment: Hash,
  committedAt: Instant,
  /** When entries close and the draw is held. */
  drawsAt: Instant,
  /** Entries and people in them; before the draw those that stand now. */
  entries: v.number(),
  people: v.number(),
  /** Null until it has been drawn. */
  drawn: v.nullable(
    v.object({
      at: Instant,
      seed: Hash,
      /** SHA-256 over all entries, see `digestOf`. */
      digest: Hash,
      seats: v.number(),
      waitlistLimit: v.number(),
      pages: v.number(),
    }),
  ),
});
export type DrawView = v.InferOutput<typeof DrawView>;

export const DrawPage = v.object({ entries: v.array(DrawnEntryView) });
