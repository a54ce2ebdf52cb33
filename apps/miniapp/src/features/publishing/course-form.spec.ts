import { describe, expect, it } from '@jest/globals';
import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { DEFAULT_TERMS } from '@xiaolin/shared-types/signups/terms';
import { courseFrom } from './course-form';
import { blankForm, draftOf, faultsOf, fingerprint, formOf } from './form';
import { formMends, mendOf, previewOf } from './model';
import { repeatWeekly } from './series';

const now = new Date('2026-11-23T02:22:00.000Z');
const blank = blankForm(
  { organizationId: 'wanxichong', categoryId: 'health', responsibleName: '普春燕', responsiblePhone: '' },
  now,
);
const runs = repeatWeekly(
  blank.runs.map((run) => ({ ...run, date: '2026-11-28' })),
  '8',
  now,
);
if (runs === null) throw new Error('eight weeks');
const form = { ...blank, title: '八段锦', runs, course: courseFrom(runs) };

/** What the server makes of a draft: every date repeats the course. */
function asServer(draft: ReturnType<typeof draftOf>['draft']): StaffActivityView['draft'] {
  if (!draft.course) throw new Error('a course');
  const { capacity, waitlistLimit, opensAt, closesAt } = draft.course;
  const terms = { ...DEFAULT_TERMS, ...draft.course.terms };
  const line = (startsAt: string, endsAt: string) => ({
    capacity,
    waitlistLimit,
    opensAt,
    closesAt,
    startsAt,
    endsAt,
    taken: 0,
    waiting: 0,
    calledOff: false,
    mode: terms.mode,
  });
  const [first] = draft.occurrences;
  const last = draft.occurrences.at(-1);
  return {
    ...draft,
    course: { ...draft.course, id: 'a', terms, line: line(first?.startsAt ?? '', last?.endsAt ?? '') },
    occurrences: draft.occurrences.map(({ startsAt, endsAt }, at) => ({
      id: `o${at}`,
      startsAt,
      endsAt,
      capacity,
      waitlistLimit,
      opensAt,
      closesAt,
      terms,
      line: line(startsAt, endsAt),
    })),
  };
}

describe('a course in the fields', () => {
  it('has one number of seats and closes at the first start', () => {
    const { draft } = draftOf({ ...form, course: form.course && { ...form.course, capacity: '12' } });
    expect(draft.course).toMatchObject({ capacity: 12, closesAt: '2026-11-28T06:00:00.000Z' });
    expect(draft.occurrences).toHaveLength(8);
    expect(new Set(draft.occurrences.map(({ capacity }) => capacity))).toEqual(new Set([12]));
    expect(faultsOf(draft)).toEqual([]);
  });

  it('reads back from the server as it was written, so that nothing is saved twice', () => {
    const server = asServer(draftOf(form).draft);
    const back = formOf(server, now);
    expect(back.course).toMatchObject({ key: 'course', opens: null, closes: null });
    expect(fingerprint(back)).toBe(fingerprint(form));
    expect(fingerprint(formOf(server, new Date('2026-11-25T00:00:00.000Z')))).toBe(fingerprint(form));
  });

  it('says what is wrong with it once, at the course', () => {
    const wrong = { ...form, course: form.course && { ...form.course, capacity: '' } };
    expect(formMends(wrong).map(({ field }) => field)).toEqual(['publish-run-course-capacity']);
    expect(mendOf('body.draft.course.closesAt', '', []).field).toBe('publish-run-course-closesAt');
    expect(mendOf('draft.course.terms.audience', '', []).field).toBe('publish-audience');
    expect(mendOf('draft.course', '已经有人报名', []).field).toBe('publish-course');
  });

  it('goes back to one by one with what its runs had', () => {
    const single = draftOf({ ...form, course: null }).draft;
    expect(single.course).toBeNull();
    expect(single.occurrences[0]?.capacity).toBe(30);
    expect(single.occurrences[0]?.terms).toBeDefined();
  });

  it('is previewed as a course', () => {
    const facts = {
      category: { id: 'health', name: '健康培训', cover: 'health' as const },
      organization: { id: 'w', name: '万溪冲社区', phone: null },
    };
    expect(previewOf(form, facts).course?.line).toMatchObject({
      capacity: 30,
      startsAt: '2026-11-28T06:00:00.000Z',
      endsAt: '2027-01-16T08:00:00.000Z',
    });
    expect(previewOf({ ...form, course: null }, facts).course).toBeNull();
  });
});
