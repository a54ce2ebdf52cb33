import { EVERYONE } from '@xiaolin/shared-types/signups/audience';
import { describe, expect, it } from '@jest/globals';
import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import {
  addRun,
  adoptIds,
  blankForm,
  copyToNextWeek,
  draftOf,
  faultsOf,
  fingerprint,
  forgetLostIds,
  formOf,
  isBlank,
} from './form';

const now = new Date('2026-11-23T02:22:40.000Z');
const blank = blankForm(
  {
    organizationId: 'wanxichong',
    categoryId: 'health',
    responsibleName: '普春燕',
    responsiblePhone: '0871-1',
  },
  now,
);
const [firstRun] = blank.runs;
if (firstRun === undefined) throw new Error('a new activity has a run to fill in');
const dated = { ...blank, title: '太极班', runs: [{ ...firstRun, date: '2026-11-28' }] };

const line = (run: { readonly startsAt: string; readonly endsAt: string }) => ({
  capacity: 30,
  taken: 0,
  waiting: 0,
  waitlistLimit: 10,
  opensAt: '2026-11-23T02:22:00.000Z',
  closesAt: run.startsAt,
  startsAt: run.startsAt,
  endsAt: run.endsAt,
  calledOff: false,
  mode: 'first-come' as const,
});

const never = { startsAt: '', endsAt: '' };

const asServer = (form: typeof blank): StaffActivityView['draft'] => {
  const { draft } = draftOf(form);
  return {
    ...draft,
    course: draft.course
      ? {
          ...draft.course,
          id: 'a',
          line: line(draft.occurrences[0] ?? never),
          terms: { ...DEFAULT_TERMS, ...draft.course.terms },
        }
      : null,
    occurrences: draft.occurrences.map((run, at) => ({
      ...run,
      id: run.id ?? `o${at}`,
      line: line(run),
      terms: { ...DEFAULT_TERMS, ...run.terms },
    })),
  };
};

describe('a new activity', () => {
  it('opens sign-up at once and closes it at the start', () => {
    const [run] = draftOf(dated).draft.occurrences;
    expect(run).toEqual({
      startsAt: '2026-11-28T06:00:00.000Z',
      endsAt: '2026-11-28T08:00:00.000Z',
      capacity: 30,
      waitlistLimit: 10,
      terms: { mode: 'first-come', partyLimit: 5, audience: EVERYONE, questions: [] },
      opensAt: '2026-11-23T02:22:00.000Z',
      closesAt: '2026-11-28T06:00:00.000Z',
    });
  });

  it('leaves out a run without a day, and is blank until somebody writes', () => {
    expect(draftOf(blank).draft.occurrences).toEqual([]);
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, riskText: '地滑' })).toBe(false);
    expect(isBlank(dated)).toBe(false);
  });

  it('can be saved though its start has passed: publishing names that', () => {
    const past = { ...dated, runs: [{ ...firstRun, date: '2026-11-20' }] };
    expect(faultsOf(draftOf(past).draft)).toEqual([]);
  });
});

describe('what the contract would refuse', () => {
  it.each([
    ['no title', { title: '  ' }, ['title']],
    ['a telephone in words', { responsiblePhone: '问小普' }, ['responsiblePhone']],
    ['coordinates in words', { coordinates: '广场中间' }, ['coordinates.latitude', 'coordinates.longitude']],
    [
      'an end before the start',
      { runs: [{ ...firstRun, date: '2026-11-28', to: '13:00' }] },
      ['occurrences.0.endsAt'],
    ],
    [
      'seats in words',
      { runs: [{ ...firstRun, date: '2026-11-28', capacity: '三十' }] },
      ['occurrences.0.capacity'],
    ],
    [
      'a window that closes before it opens',
      {
        runs: [
          {
            ...firstRun,
            date: '2026-11-28',
            opens: { date: '2026-11-27', time: '10:00' },
            closes: { date: '2026-11-27', time: '09:00' },
          },
        ],
      },
      ['occurrences.0.closesAt'],
    ],
  ])('%s', (_, part, paths) => {
    expect(faultsOf(draftOf({ ...dated, ...part }).draft).map(({ path }) => path)).toEqual(
      expect.arrayContaining(paths),
    );
  });

  it('and nothing else', () => expect(faultsOf(draftOf(dated).draft)).toEqual([]));
});

describe('runs', () => {
  it('are copied to the next free week, without the id', () => {
    const [run] = dated.runs;
    if (run === undefined) throw new Error('dated');
    const once = copyToNextWeek([{ ...run, id: 'o1' }], run.key, now);
    expect(once.map(({ id, date }) => [id, date])).toEqual([
      ['o1', '2026-11-28'],
      [null, '2026-12-05'],
    ]);
    const twice = copyToNextWeek(once, run.key, now);
    expect(twice.map(({ date }) => date).sort()).toEqual(['2026-11-28', '2026-12-05', '2026-12-12']);
    expect(new Set(twice.map(({ key }) => key)).size).toBe(3);
  });

  it('take their sign-up window along', () => {
    const run = { ...firstRun, date: '2026-11-28', opens: { date: '2026-11-26', time: '09:00' } };
    expect(copyToNextWeek([run], run.key, now)[1]?.opens).toEqual({ date: '2026-12-03', time: '09:00' });
  });

  it('are added with a key of their own', () => {
    const runs = addRun(addRun(dated.runs, now).slice(1), now);
    expect(new Set(runs.map(({ key }) => key)).size).toBe(2);
  });

  it('get the ids that the server gave them, each its own', () => {
    const both = { ...dated, runs: copyToNextWeek(dated.runs, firstRun.key, now) };
    const sent = draftOf(both);
    const answer = asServer(both);
    const typedOn = { ...both, title: '太极班（冬）' };
    expect(adoptIds(typedOn, sent, answer)).toMatchObject({
      title: '太极班（冬）',
      runs: [
        { date: '2026-11-28', id: 'o0' },
        { date: '2026-12-05', id: 'o1' },
      ],
    });
  });

  it('forget an id that the server no longer has', () => {
    const form = { ...dated, runs: [{ ...firstRun, date: '2026-11-28', id: 'gone' }] };
    expect(forgetLostIds(form, asServer(dated)).runs[0]?.id).toBeNull();
  });
});

describe('what the server holds', () => {
  const whole = {
    ...dated,
    coordinates: '24.88520, 102.82110',
    placeName: '文化广场',
    runs: [{ ...firstRun, date: '2026-11-28', closes: { date: '2026-11-27', time: '18:00' } }],
  };

  it('reads into the fields and back without a change', () => {
    const server = asServer(whole);
    const again = formOf(server, now);
    expect(draftOf(again).draft.coordinates).toEqual(server.coordinates);
    expect(fingerprint(again)).toBe(fingerprint(whole));
    expect(again.coordinates).toBe('24.88520, 102.82110');
    expect(again.runs[0]).toMatchObject({ opens: null, closes: { date: '2026-11-27', time: '18:00' } });
  });

  it('keeps a run through midnight', () => {
    const night = {
      ...dated,
      runs: [{ ...firstRun, date: '2026-11-28', from: '22:00', to: '01:00', endDays: 1 }],
    };
    const again = formOf(asServer(night), now);
    expect(again.runs[0]).toMatchObject({ to: '01:00', endDays: 1 });
    expect(fingerprint(again)).toBe(fingerprint(night));
  });

  it('is told apart from what was changed, but not by spaces at the ends', () => {
    expect(fingerprint({ ...whole, title: '太极班 ' })).toBe(fingerprint(whole));
    expect(fingerprint({ ...whole, title: '太极' })).not.toBe(fingerprint(whole));
    expect(fingerprint({ ...whole, title: '' })).toBeNull();
  });
});

describe('how seats are given', () => {
  const server = asServer({
    ...dated,
    runs: [{ ...firstRun, date: '2026-11-28', mode: 'approval', partyLimit: '3' }],
  });
  it('survives a round through the server', () => {
    const [run] = formOf(server, now).runs;
    expect([run?.mode, run?.partyLimit, run?.modeFixed]).toEqual(['approval', '3', false]);
  });
  it('is fixed once somebody has signed up', () => {
    const occurrences = server.occurrences.map((run) => ({ ...run, line: { ...run.line, taken: 1 } }));
    expect(formOf({ ...server, occurrences }, now).runs[0]?.modeFixed).toBe(true);
  });
  it('refuses a party of none', () => {
    const none = { ...dated, runs: [{ ...firstRun, date: '2026-11-28', partyLimit: '0' }] };
    expect(faultsOf(draftOf(none).draft)[0]?.path).toBe('occurrences.0.terms.partyLimit');
  });
});
