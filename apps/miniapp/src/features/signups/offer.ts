import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { momentWords, nearDayWord, clockWords, partsOf } from '@/shared/i18n/moments';
import { offersText as words } from '@/shared/i18n/zh-CN/offers';

/** A place whose seats are kept for its owner until a moment. */
export type Offered = MySignup & { readonly status: 'offered'; readonly offerUntil: string };

/** While its time has not run out by this phone's clock; the server decides in the end. */
export const isOffered = (signup: MySignup, now: Date): signup is Offered =>
  signup.status === 'offered' &&
  signup.offerUntil !== null &&
  !signup.calledOff &&
  now.getTime() < Date.parse(signup.offerUntil);

/** Of several offers the one that ends first. */
export const mostUrgentOffer = (places: readonly MySignup[], now: Date): Offered | null =>
  places
    .filter((place): place is Offered => isOffered(place, now))
    .reduce<Offered | null>(
      (first, each) => (first === null || each.offerUntil < first.offerUntil ? each : first),
      null,
    );

/** 今天 12:00, as short as it can be said: an offer never lasts longer than a day. */
export const untilWords = (offerUntil: string, now: Date): string => {
  const near = nearDayWord(partsOf(offerUntil).day, now);
  return near === '' ? momentWords(offerUntil, now) : `${near} ${clockWords(offerUntil)}`;
};

/** 给你和小禾留了2个名额 */
export function keptWords({ seats, guests }: Pick<MySignup, 'seats' | 'guests'>): string {
  const [first] = guests;
  if (seats === 1 || first === undefined) return words.kept(words.forYou, seats);
  return words.kept(guests.length === 1 ? words.withOne(first.name) : words.withMany(seats), seats);
}

/** How much of the time is left, 0–100, for the bar. `decidedAt` is when the seats were offered. */
export function leftPercent(
  { decidedAt, offerUntil }: Pick<Offered, 'decidedAt' | 'offerUntil'>,
  now: Date,
): number {
  const whole = Date.parse(offerUntil) - Date.parse(decidedAt);
  const left = Date.parse(offerUntil) - now.getTime();
  return whole <= 0 ? 0 : Math.round(Math.min(1, Math.max(0, left / whole)) * 100);
}

/** `1:38:05`; what is over stays at `0:00:00`. */
export function clockLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
