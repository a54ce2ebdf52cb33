import type { Tx } from '../../../platform/db/unit-of-work.js';
import { placeInDate } from '../rules/place-in-date.js';
import { type CourseDateRow, CourseStore, type DatePlaceRow } from '../store/course.store.js';
import { type SignupRow, SignupStore } from '../store/signup.store.js';

/**
 * Writes into the dates of a course what its places have become, in the transaction that holds the locks of all of
 * them: from there on a date is an occurrence like any other, for its door, absences, clashes and calendars.
 */
export async function carryToDates(
  tx: Tx,
  courseId: string,
  places: readonly SignupRow[],
  { now, nextId }: { readonly now: Date; readonly nextId: () => string },
): Promise<void> {
  if (places.length === 0) return;
  const store = new CourseStore(tx);
  const dates = await store.dates([courseId]);
  const held = new Map(
    (
      await store.placesIn(
        dates.map(({ id }) => id),
        places.map(({ person_id }) => person_id),
      )
    ).map((row) => [`${row.line_id} ${row.person_id}`, row]),
  );
  const inserted: DatePlaceRow[] = [];
  const saved: DatePlaceRow[] = [];
  for (const date of dates)
    for (const place of places) {
      const before = held.get(`${date.id} ${place.person_id}`);
      const status = placeInDate(place, dateOf(date), before, now);
      if (status === undefined) continue;
      const after = {
        ...place,
        id: before?.id ?? nextId(),
        line_id: date.id,
        status,
        reason_code: null,
        offer_until: null,
        course_signup_id: place.id,
      };
      (before === undefined ? inserted : saved).push(after);
    }
  await store.insert(inserted);
  await store.save(saved);
  const joined = [...inserted, ...saved].filter(({ status }) => status === 'confirmed');
  await bringGuests(tx, joined);
}

/** Whoever comes along to the course comes along to each date. */
async function bringGuests(tx: Tx, places: readonly DatePlaceRow[]): Promise<void> {
  const store = new SignupStore(tx);
  const parties = places.filter(({ seats }) => seats > 1);
  const guests = await store.guestsOf([...new Set(parties.map(({ course_signup_id }) => course_signup_id))]);
  await store.replaceGuests(
    places.map(({ id }) => id),
    parties.flatMap((place) =>
      guests
        .filter(({ signup_id }) => signup_id === place.course_signup_id)
        .map((guest) => ({ ...guest, signup_id: place.id })),
    ),
  );
}

const dateOf = (row: CourseDateRow) => ({ startsAt: row.starts_at, calledOff: row.called_off === 1 });
