import type { At, DemoActivity, Run } from './activity.js';
import { BOOK, PLACES } from './places.js';

/** What is over, with its volunteers. */
export function past(run: Run, at: At): DemoActivity[] {
  const served = (
    key: string,
    title: string,
    day: number,
    from: string,
    to: string,
    rest: Partial<DemoActivity> = {},
  ): DemoActivity => ({
    key,
    at: 'wanxichong',
    by: 'pu-chunyan',
    category: 'health',
    title,
    summary: '已经办完的一场。',
    place: PLACES.hall,
    audience: '社区居民',
    risk: BOOK,
    insurance: '已为志愿者投保意外险（示意）',
    runs: [run(day, from, to, 50, { ask: 32 })],
    roles: [
      {
        name: '现场服务',
        description: '迎人、引导、收尾。',
        shifts: [{ from: at(day, from), to: at(day, to), needed: 12, taken: 0 }],
      },
    ],
    ...rest,
  });
  return [
    served('past-tcm', '传承中医文化进社区', -9, '9:00', '12:00'),
    served('past-dance', '民族舞展演《山茶花开》彩排', -16, '13:00', '16:30', {
      category: 'arts',
      place: PLACES.theatre,
      roles: [
        {
          name: '后台秩序',
          description: '帮演员候场。',
          shifts: [{ from: at(-16, '13:00'), to: at(-16, '16:30'), needed: 12, breakMinutes: 15 }],
        },
      ],
    }),
    served('past-gulls', '捞鱼河湿地护鸥清洁', -29, '8:30', '11:00', {
      category: 'green',
      place: PLACES.wetland,
    }),
    served('past-phone', '手机课：和儿女视频', -5, '14:00', '16:00', { category: 'skill' }),
    served('past-library', '社区书屋整理', -25, '14:00', '16:30', {
      at: 'wujiaying-huayuan',
      by: 'he-liqiong',
      category: 'govern',
    }),
    served('past-night', '楼道夜访', -2, '19:00', '21:00', { category: 'govern' }),
  ];
}
