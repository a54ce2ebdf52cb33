import { describe, expect, it } from '@jest/globals';
import type { MessageView } from '@xiaolin/shared-types/inbox/routes';
import { messageWords } from './all-kinds';
import { homeWords, mostPressing } from './model';

const now = new Date('2026-11-23T02:22:00.000Z');
const startsAt = '2026-11-28T06:00:00.000Z';

describe('messages', () => {
  it.each<[MessageView['kind'], MessageView['facts'], object]>([
    [
      'signup.offered',
      { title: '太极班', startsAt, lineId: 'l', kind: 'occurrence', until: '2026-11-23T10:00:00.000Z' },
      { title: '候补轮到你了：《太极班》', to: '/pages/me/index' },
    ],
    [
      'signup.offered',
      { title: '引导员', startsAt, lineId: 'l', kind: 'shift', until: '2026-11-23T10:00:00.000Z' },
      { title: '候补轮到你了：志愿岗位《引导员》', to: '/pkg-volunteer/pages/shift/index?id=l' },
    ],
    [
      'signup.offer-lapsed',
      { title: '太极班', startsAt, lineId: 'l', kind: 'occurrence' },
      { title: '《太极班》的名额让给后面的人了' },
    ],
    [
      'course.date-called-off',
      { title: '太极班', startsAt, activityId: 'a', reason: '老师出差' },
      {
        title: '《太极班》有一次课取消了',
        body: '取消的是11月28日 周六 14:00这一次。原因：老师出差。其余的照常，你的名额还在。',
        to: '/pkg-activity/pages/detail/index?id=a',
      },
    ],
    [
      'course.date-added',
      { title: '太极班', startsAt, activityId: 'a', count: 1 },
      { title: '《太极班》加了1次课', to: '/pkg-activity/pages/detail/index?id=a' },
    ],
    [
      'reminder.day-before',
      { title: '太极班', startsAt, lineId: 'l', kind: 'occurrence', signupId: 's', placeName: '文体广场' },
      {
        title: '明天：《太极班》',
        body: '11月28日 周六 14:00，文体广场。来不了请早点取消。',
        to: '/pkg-me/pages/signup-detail/index?id=s',
      },
    ],
    [
      'reminder.soon',
      { title: '引导员', startsAt, lineId: 'l', kind: 'shift', signupId: 's', placeName: '' },
      {
        title: '快到时间了：《引导员》',
        body: '11月28日 周六 14:00。路上慢一点。',
        to: '/pkg-volunteer/pages/shift/index?id=l',
      },
    ],
    [
      'broadcast.words',
      { title: '太极班', words: '请带水杯。', lineId: 'l', signupId: 's' },
      { title: '《太极班》主办方说', body: '请带水杯。', to: '/pkg-me/pages/signup-detail/index?id=s' },
    ],
    [
      'broadcast.decided',
      { title: '太极班', broadcastId: 'b', sent: 0, reason: '不是通知' },
      {
        title: '《太极班》的通知没有发',
        body: '换个说法再发一次。原因：不是通知',
        to: '/pkg-worker/pages/broadcast/index?id=b',
      },
    ],
    [
      'signup.approved',
      { title: '太极班', startsAt, lineId: 'l', kind: 'occurrence', status: 'confirmed' },
      { title: '《太极班》报名通过了' },
    ],
    [
      'signup.rejected',
      { title: '太极班', startsAt, reasonCode: 'full', reason: '' },
      { body: '11月28日 周六 14:00。原因：名额有限' },
    ],
    [
      'signup.drawn',
      { title: '太极班', startsAt, signupId: 's', status: 'confirmed', ahead: 0 },
      { title: '《太极班》抽中了', to: '/pkg-me/pages/signup-detail/index?id=s' },
    ],
    [
      'signup.drawn',
      { title: '太极班', startsAt, signupId: 's', status: 'waitlisted', ahead: 2 },
      { title: '《太极班》没抽中，排在候补第3位' },
    ],
    [
      'signup.drawn',
      { title: '太极班', startsAt, signupId: 's', status: 'not-drawn', ahead: 2 },
      { title: '《太极班》这次没抽中' },
    ],
    [
      'signup.called-off',
      { title: '太极班', startsAt, reason: '下雨' },
      { body: '原定11月28日 周六 14:00。原因：下雨', to: null },
    ],
    [
      'activity.changed',
      { title: '太极班', startsAt, activityId: 'a', placeName: '' },
      { body: '现在是11月28日 周六 14:00。不方便可以取消，不算临时取消。' },
    ],
    [
      'hours.confirmed',
      { title: '义诊', roleName: '引导', startsAt, minutes: 195 },
      { title: '3.2小时志愿时长确认了' },
    ],
    [
      'hours.rejected',
      { title: '义诊', roleName: '引导', startsAt, minutes: 0, reason: '没有到场' },
      { body: '义诊，引导，11月28日 周六 14:00。原因：没有到场' },
    ],
    [
      'hours.amended',
      { title: '义诊', roleName: '引导', startsAt, before: 50, minutes: 120, reason: '漏签退' },
      { title: '一条志愿时长从50分钟改成了120分钟', body: '义诊，引导，11月28日 周六 14:00。原因：漏签退' },
    ],
    [
      'hours.voided',
      { title: '义诊', roleName: '引导', startsAt, minutes: 120, reason: '记错了人' },
      { title: '一条120分钟的志愿时长作废了' },
    ],
    [
      'hours.added',
      { title: '义诊', roleName: '引导', startsAt, minutes: 120, reason: '断网' },
      { title: '补记了2.0小时志愿时长' },
    ],
    [
      'hours.due-soon',
      { records: 3, units: 1, oldestDueOn: '2026-12-11' },
      { title: '有3条时长3个工作日内到期', body: '最早的12月11日 周五到期，请看过确认。' },
    ],
    [
      'hours.overdue',
      { records: 5, units: 2, oldestDueOn: '2026-11-20' },
      { body: '2个单位，最早的11月20日 周五就到期了。点开看是哪里。' },
    ],
    [
      'student.rejected',
      { universityName: '云南大学', reason: '学号少一位' },
      { body: '原因：学号少一位。改好可以再交。' },
    ],
  ])('%s', (kind, facts, expected) => {
    expect(messageWords({ kind, facts }, now)).toMatchObject(expected);
  });

  const message = (id: string, kind: MessageView['kind'], read: boolean): MessageView => ({
    id,
    kind,
    read,
    facts: {},
    createdAt: startsAt,
  });

  it('asks for an answer only while there is time', () => {
    const facts = { title: '太极班', startsAt, kind: 'occurrence', until: '2026-11-23T02:22:00.000Z' };
    const body = (moment: Date) => messageWords({ kind: 'signup.offered', facts }, moment).body;
    expect(body(new Date('2026-11-23T02:21:00.000Z'))).toContain('点开确认要不要');
    expect(body(now)).toContain('看看结果');
  });

  it('leads an offer to the place where it is answered', () => {
    const facts = { title: '太极班', startsAt, lineId: 'l', signupId: 's', kind: 'shift', until: startsAt };
    expect(messageWords({ kind: 'signup.offered', facts }, now).to).toBe(
      '/pkg-me/pages/signup-detail/index?id=s',
    );
  });

  it('brings up the latest that was not read, and leaves offers to their own note', () => {
    const list = [
      message('1', 'signup.offered', true),
      message('2', 'hours.confirmed', false),
      message('3', 'signup.offered', false),
    ];
    expect(mostPressing(list)?.id).toBe('2');
    expect(mostPressing(list.slice(0, 1))).toBeNull();
  });

  it('are told in full on the home page where they are about what is to come, else announced', () => {
    const facts = { title: '太极班', startsAt, lineId: 'l', kind: 'occurrence' };
    expect(homeWords({ kind: 'signup.offer-lapsed', facts }, now)).toEqual(
      messageWords({ kind: 'signup.offer-lapsed', facts }, now),
    );
    expect(homeWords({ kind: 'certificate.revoked', facts }, now)).toMatchObject({
      title: '有一条新消息',
      to: '/pkg-me/pages/messages/index',
    });
  });
});
