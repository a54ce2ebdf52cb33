import { describe, expect, it } from '@jest/globals';
import type { RoleDraft, ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import { networkFailure, type Result } from '@/shared/api/failure';
import { blankForm } from './form';
import { blankRole, roleDraftOf, roleMends } from './role-form';
import { createRoleStore } from './role-store';

const now = new Date('2026-11-23T02:22:30.000Z');
const blank = blankForm(
  { organizationId: 'c1', categoryId: 'health', responsibleName: '', responsiblePhone: '' },
  now,
);
const [run] = blank.runs;
if (run === undefined) throw new Error('a run');
const activity = {
  ...blank,
  runs: [
    { ...run, key: 'past', date: '2026-11-20' },
    { ...run, key: 'sat', date: '2026-11-28' },
    { ...run, key: 'sun', date: '2026-11-29' },
  ],
};
const role = { ...blankRole(activity, now), name: '签到引导' };

describe('a role that is being written', () => {
  it('has a shift for each run to come, half an hour before it', () => {
    expect(role.runs).toEqual(['sat', 'sun']);
    const [shift] = roleDraftOf(role, activity, now).shifts;
    expect(shift).toMatchObject({
      startsAt: '2026-11-28T05:30:00.000Z',
      endsAt: '2026-11-28T08:00:00.000Z',
      opensAt: '2026-11-23T02:22:00.000Z',
      closesAt: '2026-11-28T05:30:00.000Z',
      needed: 2,
    });
  });

  it.each([
    ['nothing', {}, []],
    ['a name', { name: '' }, ['publish-role-name']],
    ['a run', { runs: [] }, ['publish-role-runs']],
    ['why it earns nothing (办法 art. 19)', { counts: false }, ['publish-role-notCountedReason']],
    ['people', { needed: '0' }, ['publish-role-needed']],
    ['minutes', { early: '半小时' }, ['publish-role-early']],
    ['a rest shorter than the shift', { rest: '400' }, ['publish-role-rest']],
  ])('asks for %s', (_, part, fields) => {
    expect(roleMends({ ...role, ...part }, activity, now).map(({ field }) => field)).toEqual(fields);
  });
});

describe('adding it', () => {
  const memory = () => {
    const data = new Map<string, string>();
    return {
      getItem: (key: string) => data.get(key) ?? null,
      setItem: (key: string, value: string) => void data.set(key, value),
      removeItem: (key: string) => void data.delete(key),
    };
  };

  it('sends the very same again after a lost answer, over a restart too', async () => {
    const storage = memory();
    const bodies: RoleDraft[] = [];
    let keys = 0;
    const answers: Result<ServiceRoleView>[] = [
      { ok: false, problem: networkFailure('timeout') },
      { ok: true, value: { name: '签到引导' } as ServiceRoleView },
    ];
    const open = () =>
      createRoleStore({
        storage,
        activityId: 'a1',
        newKey: () => `key-${(keys += 1)}`,
        send: (body) => {
          bodies.push(body);
          return Promise.resolve(
            answers[bodies.length - 1] ?? { ok: false, problem: networkFailure('timeout') },
          );
        },
      });
    const first = open();
    first.getState().begin(role);
    expect(await first.getState().add(roleDraftOf(role, activity, now))).toBeNull();
    const again = open();
    expect(again.getState().form?.name).toBe('签到引导');
    const later = new Date('2026-11-23T03:00:00.000Z');
    expect(await again.getState().add(roleDraftOf(role, activity, later))).not.toBeNull();
    expect(bodies[1]).toEqual(bodies[0]);
    expect(open().getState().form).toBeNull();
  });
});
