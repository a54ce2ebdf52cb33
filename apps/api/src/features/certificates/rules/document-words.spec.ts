import { describe, expect, it } from '@jest/globals';
import { certifyingSentence, dayText, serviceNames, withCommas } from './document-words.js';

describe('the words of the paper', () => {
  it('art. 7: says the time in hours, rounded down to one decimal, with the minutes beside', () => {
    const certified = {
      holderName: '杨思远',
      from: '2026-01-01',
      to: '2026-11-24',
      records: 12,
      minutes: 1_593,
    };
    expect(certifyingSentence(certified)).toBe(
      '兹证明 杨思远 于 2026年1月1日 至 2026年11月24日 期间，参加本单位组织的志愿服务 12 次，经记录和确认，服务时间合计 26.5 小时（1,593 分钟）。特此证明。',
    );
    expect(certifyingSentence({ ...certified, minutes: 59 })).toContain('0.9 小时（59 分钟）');
    expect(certifyingSentence({ ...certified, minutes: 1_199 })).toContain('19.9 小时（1,199 分钟）');
  });

  it('names each service once', () => {
    expect(serviceNames(['花田清理', '护鸥', '花田清理'], 3)).toBe('花田清理、护鸥');
    expect(serviceNames(['一', '二', '三', '四', '一'], 2)).toBe('一、二 等 4 项（见明细）');
  });

  it('writes days and counts as people read them', () => {
    expect([dayText('2026-11-07'), withCommas(1_234_567), withCommas(12)]).toEqual([
      '2026年11月7日',
      '1,234,567',
      '12',
    ]);
  });
});
