import type { UnitOfWork } from '../platform/db/unit-of-work.js';

/** A place in a course or in one of its dates, as a spec looks at it. */
export interface CoursePlace {
  readonly id: string;
  readonly line_id: string;
  readonly person_id: string;
  readonly status: string;
  readonly seats: number;
  readonly course_signup_id: string | null;
  readonly guests: number;
}

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
}

/** The places of one line, by person. */
export const placesIn = (uow: UnitOfWork, lineId: string): Promise<CoursePlace[]> =>
  uow.read((tx) =>
    tx.query<CoursePlace>(
      `SELECT s.id, s.line_id, s.person_id, s.status, s.seats, s.course_signup_id,
              (SELECT COUNT(*) FROM signup_guest g WHERE g.signup_id = s.id) AS guests
         FROM signup s WHERE s.line_id = ? ORDER BY s.person_id`,
      [lineId],
    ),
  );

/**
 * What must be true of a course and its dates after anything: who is confirmed in the course is in every date to come,
 * with the same party, and nobody else is; a date that has begun or was called off stays as it was. Said without the
 * rule that keeps it; each entry of the answer is a broken promise.
 *
 * @param history the dates that have begun or were called off, with their places as they were then
 */
export async function brokenCoursePromises(
  uow: UnitOfWork,
  courseId: string,
  history: ReadonlyMap<string, readonly CoursePlace[]> = new Map(),
): Promise<string[]> {
  const lines = await uow.read((tx) =>
    tx.query<Line>('SELECT id, kind, capacity, taken, waiting FROM line WHERE activity_id = ?', [courseId]),
  );
  const course = lines.find(({ kind }) => kind === 'course');
  const whole = await placesIn(uow, courseId);
  const seated = whole.filter(({ status }) => status === 'confirmed' || status === 'offered');
  const broken: string[] = [];
  if (course?.taken !== seated.reduce((sum, { seats }) => sum + seats, 0))
    broken.push('the counter is wrong');
  const wanted = whole
    .filter(({ status }) => status === 'confirmed')
    .map((place) => inWords(place, place.id));
  for (const date of lines.filter(({ kind }) => kind === 'occurrence')) {
    const held = await placesIn(uow, date.id);
    const before = history.get(date.id);
    if (before !== undefined) {
      if (JSON.stringify(held) !== JSON.stringify(before)) broken.push(`history of ${date.id} changed`);
      continue;
    }
    const found = held
      .filter(({ status }) => status === 'confirmed')
      .map((place) => inWords(place, place.course_signup_id));
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      broken.push(`${date.id}: ${found.join(', ')} instead of ${wanted.join(', ')}`);
    if (held.some(({ status }) => !['confirmed', 'cancelled', 'cancelled-late'].includes(status)))
      broken.push(`${date.id} knows a state of its own`);
    for (const counter of ['capacity', 'taken', 'waiting'] as const)
      if (date[counter] !== course?.[counter])
        broken.push(`${date.id} shows other ${counter} than its course`);
  }
  return broken;
}

const inWords = ({ person_id, seats, guests }: CoursePlace, of: string | null): string =>
  `${person_id} ${seats} ${Number(guests)} ${of}`;
