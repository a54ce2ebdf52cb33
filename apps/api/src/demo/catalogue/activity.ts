import type { RoleRequirements } from '@xiaolin/shared-types/shifts/requirements';
import type { SomeTerms } from '@xiaolin/shared-types/signups/schema';

/* What an activity of the demonstration is made of. */

/** A role with its shifts; times are moments. */
export interface DemoRole {
  readonly name: string;
  readonly description: string;
  readonly shifts: readonly {
    readonly from: string;
    readonly to: string;
    readonly needed: number;
    readonly breakMinutes?: number;
    readonly meetAt?: string;
    /** How many neighbours have taken it. */
    readonly taken?: number;
  }[];
  /** What it asks; nothing unless told. */
  readonly asks?: Partial<RoleRequirements>;
  /** Why it earns no hours (art. 19). */
  readonly earnsNothing?: string;
}

export interface DemoActivity {
  readonly key: string;
  readonly at: string;
  /** Who publishes it. */
  readonly by: string;
  readonly category: 'arts' | 'health' | 'skill' | 'green' | 'govern' | 'science' | 'other';
  readonly title: string;
  readonly summary: string;
  readonly place: readonly [name: string, detail: string, latitude: number, longitude: number];
  readonly audience: string;
  readonly risk: string;
  readonly insurance?: string;
  readonly hazardous?: true;
  readonly runs: readonly {
    readonly from: string;
    readonly to: string;
    readonly seats: number;
    readonly waitlist?: number;
    /** How many neighbours sign up. */
    readonly ask?: number;
    /** Sign-up opens then; two weeks before the start unless told. */
    readonly opens?: string;
    /** Sign-up closes then; at the start unless told. A lottery is drawn at that moment. */
    readonly closes?: string;
    /** What is not said is as in every new occurrence. */
    readonly terms?: SomeTerms;
  }[];
  /** All runs are taken at once: these seats, and so many neighbours who have one or wait. */
  readonly course?: { readonly seats: number; readonly ask: number };
  readonly roles?: readonly DemoRole[];
  readonly state?: 'draft' | { readonly cancelled: string };
}

export type Run = (
  day: number,
  from: string,
  to: string,
  seats: number,
  rest?: object,
) => DemoActivity['runs'][number];
export type At = (day: number, time: string) => string;
