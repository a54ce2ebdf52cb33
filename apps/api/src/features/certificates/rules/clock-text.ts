import { DISTRICT_OFFSET_MINUTES } from '@xiaolin/shared-types/contract/district-time';

/** The district's clock at this moment, e.g. `13:05`. */
export const clockText = (instant: string): string =>
  new Date(Date.parse(instant) + DISTRICT_OFFSET_MINUTES * 60_000).toISOString().slice(11, 16);
