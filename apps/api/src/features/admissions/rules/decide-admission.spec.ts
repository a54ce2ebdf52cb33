import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SIGNUP_STATUSES } from '@xiaolin/shared-types/signups/schema';
import { decideAdmission, decideExcuse, decideUndo, type PlaceAtDoor } from './decide-admission.js';

const occurrence = { startsAt: '2026-11-28T06:00:00.000Z', endsAt: '2026-11-28T08:00:00.000Z' };
const OPENS = '2026-11-28T04:00:00.000Z';
const FINAL = '2026-12-01T08:00:00.000Z';
const place = (given: Partial<PlaceAtDoor> = {}): PlaceAtDoor => ({
  status: 'confirmed',
  seats: 3,
  admitted: 0,
  excused: false,
  ...given,
});
const ask = (given: Partial<Parameters<typeof decideAdmission>[1]> = {}) => ({
  seats: null,
  method: 'scan' as const,
  at: occurrence.startsAt,
  ...given,
});
const said = (verdict: { kind: string; code?: string; seats?: number }) =>
  verdict.code ?? (verdict.seats === undefined ? verdict.kind : `${verdict.kind} ${verdict.seats}`);

describe('decideAdmission', () => {
  it.each([
    ['everybody when no number is given', place(), ask(), 'admitted 3'],
    ['a part of the party', place(), ask({ seats: 2 }), 'admitted 2'],
    ['the rest later', place({ status: 'attended', admitted: 2 }), ask(), 'admitted 1'],
    ['nobody twice', place({ status: 'attended', admitted: 3 }), ask(), 'repeated'],
    ['a repeat even of a part', place({ status: 'attended', admitted: 3 }), ask({ seats: 1 }), 'repeated'],
    [
      'not more than are left',
      place({ status: 'attended', admitted: 2 }),
      ask({ seats: 2 }),
      'admission.too-many',
    ],
    ['nobody before the door opens', place(), ask({ at: '2026-11-28T03:59:59.999Z' }), 'admission.too-early'],
    ['the first at the opening', place(), ask({ at: OPENS }), 'admitted 3'],
    ['the last at the end', place(), ask({ at: occurrence.endsAt }), 'admitted 3'],
    ['no scan after the end', place(), ask({ at: '2026-11-28T08:00:00.001Z' }), 'admission.over'],
    ['a tick until absences are final', place(), ask({ method: 'tick', at: FINAL }), 'admitted 3'],
    [
      'no tick afterwards',
      place(),
      ask({ method: 'tick', at: '2026-12-01T08:00:00.001Z' }),
      'admission.over',
    ],
    [
      'nobody whose absence is final',
      place({ status: 'no-show' }),
      ask({ method: 'tick', at: FINAL }),
      'admission.over',
    ],
    [
      'a repeat long after the end',
      place({ status: 'attended', admitted: 3 }),
      ask({ at: FINAL }),
      'repeated',
    ],
    ['nobody who cancelled', place({ status: 'cancelled' }), ask(), 'admission.place-cancelled'],
    ['nobody who cancelled late', place({ status: 'cancelled-late' }), ask(), 'admission.place-cancelled'],
    [
      'nobody when called off',
      place({ status: 'cancelled-by-organiser' }),
      ask(),
      'admission.place-cancelled',
    ],
    ['nobody who waits', place({ status: 'waitlisted' }), ask(), 'admission.no-place'],
  ])('lets in %s', (_, given, asked, expected) => {
    expect(said(decideAdmission(given, asked, occurrence))).toBe(expected);
  });

  it('says when the door opens, when it closed, and what is left', () => {
    expect(decideAdmission(place(), ask({ at: '2026-11-28T01:00:00.000Z' }), occurrence)).toMatchObject({
      facts: { opensAt: OPENS },
    });
    expect(decideAdmission(place(), ask({ at: FINAL }), occurrence)).toMatchObject({
      facts: { closedAt: occurrence.endsAt },
    });
    expect(decideAdmission(place({ admitted: 2 }), ask({ seats: 3 }), occurrence)).toMatchObject({
      facts: { seats: 3, admitted: 2 },
    });
  });

  it('never lets in more than the party has, whatever is asked in whatever order', () => {
    const steps = fc.array(
      fc.record({ undo: fc.boolean(), seats: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), steps, (seats, asked) => {
        let admitted = 0;
        for (const step of asked) {
          const now = place({ seats, admitted, status: admitted > 0 ? 'attended' : 'confirmed' });
          const verdict = step.undo
            ? decideUndo(now, { seats: step.seats, at: occurrence.startsAt }, occurrence)
            : decideAdmission(now, ask({ seats: step.seats }), occurrence);
          if (verdict.kind === 'admitted') admitted += verdict.seats;
          if (verdict.kind === 'undone') admitted -= verdict.seats;
          expect(admitted).toBeGreaterThanOrEqual(0);
          expect(admitted).toBeLessThanOrEqual(seats);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('decideUndo', () => {
  it.each([
    ['all when no number is given', place({ admitted: 3 }), null, occurrence.startsAt, 'undone 3'],
    ['a part', place({ admitted: 3 }), 1, occurrence.startsAt, 'undone 1'],
    ['not more than are in', place({ admitted: 1 }), 2, occurrence.startsAt, 'admission.too-many'],
    ['nothing where nobody is in', place(), null, occurrence.startsAt, 'admission.nothing-to-undo'],
    [
      'nothing once absences are final',
      place({ admitted: 1 }),
      null,
      '2026-12-01T08:00:00.001Z',
      'admission.over',
    ],
  ])('takes back %s', (_, given, seats, at, expected) => {
    expect(said(decideUndo(given, { seats, at }, occurrence))).toBe(expected);
  });
});

describe('decideExcuse', () => {
  it.each([
    ['a proposed absence', place(), occurrence.endsAt, 'excused'],
    ['a final absence', place({ status: 'no-show' }), '2027-01-01T00:00:00.000Z', 'excused'],
    ['an excused one again, changing nothing', place({ excused: true }), FINAL, 'repeated'],
    ['nobody before the end', place(), '2026-11-28T07:59:59.999Z', 'admission.not-over-yet'],
    ['nobody who came', place({ status: 'attended', admitted: 1 }), FINAL, 'admission.not-absent'],
    ['nobody who had cancelled', place({ status: 'cancelled-late' }), FINAL, 'admission.place-cancelled'],
    ['nobody who only waited', place({ status: 'waitlisted' }), FINAL, 'admission.no-place'],
  ])('excuses %s', (_, given, at, expected) => {
    expect(said(decideExcuse(given, at, occurrence))).toBe(expected);
  });

  it('knows what to say for every status there is', () => {
    const codes = SIGNUP_STATUSES.map((status) => said(decideExcuse(place({ status }), FINAL, occurrence)));
    expect(new Set(codes)).toEqual(new Set(['excused', 'admission.place-cancelled', 'admission.no-place']));
  });
});
