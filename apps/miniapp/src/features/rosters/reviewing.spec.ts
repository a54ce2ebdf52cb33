import { expect, it } from '@jest/globals';
import { rejectionOf, saidOf } from './reviewing';

it('turns nobody down without a reason, in words where it is none of the list', () => {
  expect(rejectionOf(null, '名额满了')).toBeNull();
  expect(rejectionOf('full', '')).toEqual({ code: 'full' });
  expect(rejectionOf('other', '  ')).toBeNull();
  expect(rejectionOf('other', ' 这次只请老住户 ')).toEqual({ code: 'other', text: '这次只请老住户' });
});

it('says what became of each application, and why some stayed as they were', () => {
  const decided = (['confirmed', 'confirmed', 'waitlisted'] as const).map((status, at) => ({
    signupId: String(at),
    status,
  }));
  const refused = [
    { signupId: 'x', code: 'signup.not-pending' },
    { signupId: 'y', code: 'signup.not-pending' },
  ];
  expect(saidOf({ decided, refused }, new Date())).toEqual([
    '通过了2份',
    '1份名额不够，先排候补',
    '2份没有处理：这个申请已经处理过了',
  ]);
  expect(saidOf({ decided: [{ signupId: 'r', status: 'rejected' }], refused: [] }, new Date())).toEqual([
    '1份没有通过，已告诉本人',
  ]);
});
