import { randomUUID } from 'node:crypto';
import { now } from './clock.mjs';

/** What journeys need beside the demonstration, put on by the worker of 万溪冲 through the API. */

/** @typedef {import('./district.mjs').Caller} Caller */

const MINUTE = 60_000;

/**
 * A moment so many minutes from now.
 * @param {number} minutes
 */
export const fromNow = (minutes) => new Date(now() + minutes * MINUTE).toISOString();

/**
 * @typedef {object} Staged
 * @property {string} title
 * @property {number} seats
 * @property {number} waitlist
 * @property {number} startsIn minutes from now
 * @property {number} [closesIn] minutes from now; negative: sign-up is over. At the start unless told
 * @property {'first-come' | 'approval' | 'lottery'} [mode] first come, first served unless told
 *
 * @param {Caller} worker @param {Staged} wanted
 * @returns {Promise<{ activityId: string, occurrenceId: string }>}
 */
export async function publishActivity(
  worker,
  { title, seats, waitlist, startsIn, closesIn = startsIn, mode = 'first-come' },
) {
  const created = await worker.post('/staff/activities', {
    requestKey: randomUUID(),
    draft: {
      organizationId: 'wanxichong',
      title,
      summary: '浏览器测试里的一场活动。',
      categoryId: 'other',
      responsibleName: '普春燕',
      responsiblePhone: '0871-00009999',
      placeName: '万溪冲社区文体广场',
      placeDetail: '',
      coordinates: null,
      riskText: '无特别风险',
      hazardous: false,
      insuranceText: '',
      audienceText: '',
      cover: null,
      occurrences: [
        {
          startsAt: fromNow(startsIn),
          endsAt: fromNow(startsIn + 60),
          capacity: seats,
          waitlistLimit: waitlist,
          opensAt: fromNow(-24 * 60),
          closesAt: fromNow(closesIn),
          // What is staged begins soon: freed seats are offered to the last minute, not to two hours before.
          terms: { offerCutoffMinutes: 0, mode },
        },
      ],
    },
  });
  const activityId = created.id;
  await worker.post('/staff/activities/' + activityId + '/publish', {});
  return { activityId, occurrenceId: created.draft.occurrences[0].id };
}

/** @param {Caller} person @param {string} occurrenceId */
export const takeSeat = (person, occurrenceId) =>
  person.post(`/occurrences/${occurrenceId}/signups`, { requestKey: randomUUID() });

/**
 * The demonstration's occurrence whose title holds these words, the first that fits.
 *
 * @param {Caller} person @param {string} words
 * @param {(line: { taken: number, capacity: number, opensAt: string }) => boolean} [fits]
 * @returns {Promise<{ id: string, activityId: string, title: string }>}
 */
export async function findOccurrence(person, words, fits = () => true) {
  const { items } = await person.get('/activities?limit=100');
  const found = items.find((/** @type {any} */ each) => each.title.includes(words) && fits(each.line));
  if (found === undefined) throw new Error(`the demonstration has no ${words} that fits`);
  return found;
}

/**
 * The shift whose activity's title holds these words, of those that the person has taken or of all.
 *
 * @param {Caller} person @param {string} words @param {'mine' | 'all'} [of]
 * @returns {Promise<{ id: string, title: string }>}
 */
export async function findShift(person, words, of = 'all') {
  const { items } = await person.get(of === 'mine' ? '/me/shifts?when=coming' : '/shifts?limit=100');
  const found = items.find((/** @type {any} */ each) => each.activityTitle.includes(words));
  if (found === undefined) throw new Error(`there is no shift of ${words}`);
  return { id: of === 'mine' ? found.shiftId : found.id, title: found.activityTitle };
}

/**
 * A shift of the demonstration by the name of its role.
 *
 * @param {Caller} person @param {string} name
 * @returns {Promise<{ id: string, activityId: string }>}
 */
export async function findRole(person, name) {
  const { items } = await person.get('/shifts?limit=100');
  const found = items.find((/** @type {any} */ each) => each.roleName === name);
  if (found === undefined) throw new Error(`the demonstration has no role ${name}`);
  return found;
}
