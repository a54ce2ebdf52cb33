import { describe, expect, it } from '@jest/globals';
import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { blankForm, draftOf } from './form';
import {
  differences,
  formMends,
  mendOf,
  missingMends,
  ownOrganization,
  previewOf,
  reachOf,
  stepAfter,
  stepBefore,
  STEPS,
  whoIsTold,
} from './model';

const now = new Date('2026-11-23T02:00:00.000Z');
const blank = blankForm(
  { organizationId: 'c1', categoryId: 'health', responsibleName: '普春燕', responsiblePhone: '0871-1' },
  now,
);
const [run] = blank.runs;
if (run === undefined) throw new Error('a run');
const form = { ...blank, title: '太极班', runs: [{ ...run, id: 'o1', date: '2026-11-28' }] };

describe('the steps', () => {
  it('lead forward and back, and end', () => {
    expect(STEPS.map(stepAfter)).toEqual(['place', 'safety', 'roles', 'preview', null]);
    expect(STEPS.map(stepBefore)).toEqual([null, 'what', 'place', 'safety', 'roles']);
  });
});

describe('what is missing stands at its field', () => {
  it.each([
    ['draft.summary', 'publish-summary', 'what'],
    ['draft.placeName', 'publish-placeName', 'place'],
    ['draft.riskText', 'publish-riskText', 'safety'],
    ['draft.insuranceText', 'publish-insuranceText', 'safety'],
    ['draft.responsiblePhone', 'publish-responsiblePhone', 'safety'],
    ['draft.occurrences', 'publish-occurrences', 'what'],
    ['draft.occurrences.1.startsAt', 'publish-run-b-startsAt', 'what'],
    ['body.draft.occurrences.0.capacity', 'publish-run-a-capacity', 'what'],
    ['coordinates.latitude', 'publish-coordinates', 'place'],
    ['draft.somethingNew', 'publish-somethingNew', 'what'],
  ])('%s', (path, field, step) => {
    expect(mendOf(path, '填一下', ['a', 'b'])).toEqual({ field, step, mend: '填一下' });
  });

  it('in our own words where the schema speaks to programmers', () => {
    expect(mendOf('draft.occurrences.0.endsAt', 'must be after startsAt', ['a']).mend).toBe('结束要晚于开始');
  });

  it('by the run that the server meant, in the order of the steps', () => {
    const line = { ...draftOf(form).draft.occurrences[0], taken: 0, waiting: 0, calledOff: false };
    const view = {
      draft: { ...draftOf(form).draft, occurrences: [{ ...line, id: 'o1', line }] },
      missing: [
        { path: 'draft.riskText', message: '写明风险' },
        { path: 'draft.occurrences.0.startsAt', message: '已经过了' },
      ],
    };
    expect(missingMends(view as unknown as Parameters<typeof missingMends>[0], form)).toEqual([
      { field: `publish-run-${run.key}-startsAt`, step: 'what', mend: '已经过了' },
      { field: 'publish-riskText', step: 'safety', mend: '写明风险' },
    ]);
  });

  it('each field once, though the contract names latitude and longitude', () => {
    expect(formMends({ ...form, title: '', coordinates: '广场' }).map(({ field }) => field)).toEqual([
      'publish-title',
      'publish-coordinates',
    ]);
  });
});

describe('the units one may publish for', () => {
  const tree = [
    { id: 'd', parentId: null, kind: 'district' },
    { id: 's1', parentId: 'd', kind: 'street' },
    { id: 's2', parentId: 'd', kind: 'street' },
    { id: 'c1', parentId: 's1', kind: 'community' },
    { id: 'c2', parentId: 's2', kind: 'community' },
  ].map((each) => ({
    ...each,
    name: each.id,
    shortName: each.id,
    phone: null,
    illustrative: true,
  })) as OrganizationView[];
  const me = (organizationId: string, role: 'worker' | 'coordinator') => ({
    memberships: [{ organizationId, role, organizationName: '', organizationKind: 'street' as const }],
  });

  it('reach below one’s own, not beside it', () => {
    expect(reachOf(me('s1', 'worker'), tree).map(({ id }) => id)).toEqual(['s1', 'c1']);
    expect(reachOf(me('d', 'worker'), tree)).toHaveLength(5);
  });

  it('are none for a coordinator, who publishes nothing', () => {
    expect(reachOf(me('s1', 'coordinator'), tree)).toEqual([]);
  });

  it('begin with one’s own', () => {
    expect(ownOrganization(me('s1', 'worker'), reachOf(me('s1', 'worker'), tree))?.id).toBe('s1');
  });
});

describe('a change that others made', () => {
  const names = { category: (id: string) => id, organization: (id: string) => id };

  it('is named part by part', () => {
    const theirs = { ...form, summary: '改过', runs: [{ ...run, id: 'o1', date: '2026-11-29' }] };
    expect(differences(form, theirs, names, now)).toEqual([
      { part: '做些什么', was: '', is: '改过' },
      {
        part: '什么时候？',
        was: '11月28日 周六 14:00–16:00，30个名额，候补10人，先到先得，一次最多5人',
        is: '11月29日 周日 14:00–16:00，30个名额，候补10人，先到先得，一次最多5人',
      },
    ]);
    expect(differences(form, form, names, now)).toEqual([]);
  });
});

describe('who is told of a change to what is published', () => {
  const { draft } = draftOf(form);
  const occurrences = draft.occurrences.map((each) => ({ ...each, id: 'o1', line: { taken: 12 } }));
  const view = { draft: { ...draft, occurrences } } as unknown as Parameters<typeof whoIsTold>[0];

  it.each([
    ['nobody, for words', { summary: '新' }, { seats: 0, elsewhere: false, moved: false }],
    [
      'who holds a place, for another place',
      { placeName: '别处' },
      { seats: 12, elsewhere: true, moved: true },
    ],
    [
      'who holds a place, for another time',
      { runs: [{ ...run, id: 'o1', date: '2026-11-28', from: '14:30' }] },
      { seats: 12, elsewhere: false, moved: true },
    ],
    [
      'nobody, for more seats',
      { runs: [{ ...run, id: 'o1', date: '2026-11-28', capacity: '40' }] },
      { seats: 0, elsewhere: false, moved: false },
    ],
  ])('%s', (_, part, told) => {
    expect(whoIsTold(view, { ...form, ...part }, now)).toEqual(told);
  });
});

describe('the preview', () => {
  const facts = {
    category: { id: 'health', name: '健康培训', cover: 'health' as const },
    organization: { id: 'c1', name: '万溪冲社区', phone: null },
  };

  it('shows what residents would see', () => {
    expect(previewOf(form, facts)).toMatchObject({
      title: '太极班',
      cover: 'health',
      audienceText: null,
      occurrences: [{ id: run.key, line: { capacity: 30, taken: 0 } }],
    });
  });

  it('leaves out a run that is not finished', () => {
    expect(previewOf({ ...form, runs: [{ ...run, date: '2026-11-28', to: '' }] }, facts).occurrences).toEqual(
      [],
    );
  });
});
