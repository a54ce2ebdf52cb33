import { describe, expect, it } from '@jest/globals';
import type { HourHistory } from '@xiaolin/shared-types/hours/schema';
import { historyOf } from './history';

const now = new Date('2026-11-30T02:00:00.000Z');
const window = { countedFrom: '2026-11-28T06:00:00.000Z', countedTo: '2026-11-28T06:50:00.000Z' };
const event = { by: '普春燕', bySelf: false, reason: null, at: '2026-11-28T06:50:00.000Z' } as const;

const history = (versions: HourHistory['versions']): HourHistory => ({
  activityTitle: '花田清理',
  roleName: '引导员',
  shiftStartsAt: '2026-11-28T06:00:00.000Z',
  shiftEndsAt: '2026-11-28T08:00:00.000Z',
  recordingUnit: '万溪冲社区',
  versions,
});

describe('the history of a record, in plain words', () => {
  it('says who did what, when and why, version by version', () => {
    const seen = historyOf(
      history([
        {
          id: 'second',
          version: 2,
          status: 'confirmed',
          current: true,
          minutes: 120,
          computation: {
            basis: 'amended',
            ...window,
            fromMinutes: 50,
            minutes: 120,
            reason: '漏签退',
            source: 'correction',
          },
          events: [{ ...event, action: 'recorded', at: '2026-11-29T01:00:00.000Z', reason: '漏签退' }],
        },
        {
          id: 'first',
          version: 1,
          status: 'amended',
          current: false,
          minutes: 50,
          computation: {
            basis: 'scans',
            inAt: window.countedFrom,
            outAt: window.countedTo,
            ...window,
            breakMinutes: 0,
            overlapMinutes: 0,
            minutes: 50,
          },
          events: [
            { ...event, action: 'recorded', by: '杨思远', bySelf: true },
            { ...event, action: 'flagged', by: null, reason: 'shorter-than-half,roster-tick' },
            { ...event, action: 'confirmed' },
            { ...event, action: 'amended', reason: '漏签退' },
          ],
        },
      ]),
      now,
    );
    expect(seen.map(({ title, current }) => [title, current])).toEqual([
      ['第2版，120分钟，记2.0小时', true],
      ['第1版，50分钟，记0.8小时', false],
    ]);
    expect(seen.map(({ events }) => events.map(({ what, why }) => [what, why]))).toEqual([
      [['普春燕把50分钟改成了120分钟', '原因：漏签退']],
      [
        ['你签退，分钟数自动算好了', null],
        ['系统提醒工作人员多看一眼', '原因：不到班次的一半；是工作人员按名单记的'],
        ['普春燕确认了', null],
        ['普春燕改了分钟数，看新的一版', '原因：漏签退'],
      ],
    ]);
    expect(seen[1]?.events[0]?.when).toMatch(/11月28日.*14:50/);
  });

  it('names whoever ticked, whoever entered by hand, and nobody whose account is gone', () => {
    const manual = { basis: 'manual', ...window, minutes: 60, reason: '断网', evidence: '签到表' } as const;
    const [version] = historyOf(
      history([
        {
          id: 'a',
          version: 1,
          status: 'confirmed',
          current: true,
          minutes: 60,
          computation: manual,
          events: [
            { ...event, action: 'recorded', reason: '断网' },
            { ...event, action: 'confirmed', by: null },
          ],
        },
      ]),
      now,
    );
    expect(version?.events.map(({ what }) => what)).toEqual(['普春燕补记了60分钟', '工作人员确认了']);
  });
});
