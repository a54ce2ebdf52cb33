import { expect, it } from '@jest/globals';
import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { standingWords } from './standing';

const now = new Date('2026-11-23T02:22:00.000Z');
const place = (given: Partial<MySignup>): MySignup => ({
  id: 's',
  lineId: 'l',
  kind: 'occurrence',
  status: 'confirmed',
  seats: 1,
  ahead: null,
  offerUntil: null,
  decidedAt: '2026-11-23T00:00:00.000Z',
  title: '民族舞展演',
  activityId: 'a',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  dates: null,
  courseSignupId: null,
  placeName: null,
  organizationName: '',
  cover: 'arts',
  guests: [],
  freeExit: false,
  rejection: null,
  calledOff: false,
  ...given,
});

it.each<[string, Partial<MySignup>, string | null]>([
  ['a confirmed place', {}, null],
  ['waiting', { status: 'waitlisted', ahead: 2 }, '前面还有2人。有人退出，名额就按顺序留给你一段时间'],
  ['an application', { status: 'pending-review' }, '主办方看过以后决定'],
  [
    'a refusal in words',
    { status: 'rejected', rejection: { code: 'other', text: '只限本楼' } },
    '原因：只限本楼',
  ],
  [
    'a refusal of the list',
    { status: 'rejected', rejection: { code: 'full', text: null } },
    '原因：名额有限',
  ],
  ['turned down', { status: 'declined' }, '你没有要这个名额'],
  ['lapsed', { status: 'lapsed' }, '不会被记缺席'],
  ['a live offer', { status: 'offered', offerUntil: '2026-11-23T04:00:00.000Z' }, null],
  [
    'an offer whose time is over',
    { status: 'offered', offerUntil: '2026-11-23T02:00:00.000Z' },
    '没有等到你的确认',
  ],
])('%s', (_, given, part) => {
  const said = standingWords(place(given), now);
  if (part === null) expect(said).toBeNull();
  else expect(said?.words).toContain(part);
});
