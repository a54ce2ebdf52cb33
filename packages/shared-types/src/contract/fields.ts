import * as v from 'valibot';

/** Identifier of anything: a UUID, or a readable slug for what is set up by hand (organizations, categories). */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9-]{1,36}$/, 'an identifier of letters, digits and hyphens'),
);

/** A moment in UTC, ISO 8601 with milliseconds, e.g. `2026-11-28T06:00:00.000Z`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp('a moment such as 2026-11-28T06:00:00.000Z'));

/** A moment in a request: stored with milliseconds whatever its notation was. */
export const InstantInput = v.pipe(
  v.string(),
  v.isoTimestamp('a moment such as 2026-11-28T06:00:00.000Z'),
  v.transform((text) => new Date(text)),
  v.check((date) => !Number.isNaN(date.getTime()), 'a moment that exists'),
  v.transform((date) => date.toISOString()),
);

/** A day in the district's time (UTC+8), e.g. `2026-11-28`. */
export const Day = v.pipe(v.string(), v.isoDate('a day such as 2026-11-28'));

/** Chosen anew by the caller for each intent and repeated on each retry, so that a retry changes nothing twice. */
export const RequestKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9-]{8,64}$/, 'a key of 8 to 64 letters, digits and hyphens'),
);

/**
 * Whether every database gives this text back as it was: no control characters but line break and tab (SQLite ends a
 * text at NUL), no half of a surrogate pair (it has no UTF-8).
 */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) return false;
    if (unit >= 0xdc00 && unit <= 0xdfff) return false;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      at += 1;
      const low = text.charCodeAt(at);
      if (!(low >= 0xdc00 && low <= 0xdfff)) return false;
    }
  }
  return true;
}

const plainString = v.pipe(v.string(), v.check(isPlain, 'text without control characters'), v.trim());

/** Text a person wrote: trimmed, never empty, bounded in characters. */
export const text = (most: number) =>
  v.pipe(plainString, v.minLength(1, 'must not be empty'), v.maxLength(most, `at most ${most} characters`));

/** Text that may be left empty. */
export const optionalText = (most: number) =>
  v.pipe(plainString, v.maxLength(most, `at most ${most} characters`));

/** A whole number within bounds, both included. */
export const count = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );

/** A yes in a query string: `true` or `false`. */
export const QueryFlag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((flag) => flag === 'true'),
);

/** A place on the map, WGS-84 degrees. */
export const Coordinates = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});

/** An answer that says only that it was done. */
export const Done = v.object({ done: v.literal(true) });
