import type { SignupMode } from '@xiaolin/shared-types/signups/schema';

interface Drawable {
  readonly mode: SignupMode;
  readonly closes_at: string;
  readonly drawn_at: string | null;
  readonly called_off: number;
}

/** A lottery is drawn once, from the moment its entries close; what is called off is not drawn any more. */
export const isDrawDue = (line: Drawable, now: Date): boolean =>
  line.mode === 'lottery' &&
  line.drawn_at === null &&
  line.called_off === 0 &&
  Date.parse(line.closes_at) <= now.getTime();
