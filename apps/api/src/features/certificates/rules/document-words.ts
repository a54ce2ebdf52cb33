import { hoursText } from '@xiaolin/shared-types/hours/wording';

/** `1593` as `1,593`. */
export const withCommas = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** `2026-11-07` as `2026年11月7日`. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The names of the services, each once, as many as stand on the paper; the table holds every one. */
export function serviceNames(names: readonly string[], most: number): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, most).join('、');
  return different.length > most ? `${shown} 等 ${different.length} 项（见明细）` : shown;
}

export interface Certified {
  readonly holderName: string;
  readonly from: string;
  readonly to: string;
  readonly records: number;
  readonly minutes: number;
}

/**
 * The sentence that the paper is about: who, when, and the service time in hours with the minutes beside (art. 7 and 15).
 */
export const certifyingSentence = ({ holderName, from, to, records, minutes }: Certified): string =>
  `兹证明 ${holderName} 于 ${dayText(from)} 至 ${dayText(to)} 期间，参加本单位组织的志愿服务 ${withCommas(records)} 次，` +
  `经记录和确认，服务时间合计 ${hoursText(minutes)} 小时（${withCommas(minutes)} 分钟）。特此证明。`;

export const documentWords = {
  title: '志愿服务记录证明',
  number: '编号',
  issuedOn: '出具日期',
  time: '服务时间',
  content: '服务内容',
  unit: '记录单位',
  hours: '小时',
  inMinutes: (minutes: number, records: number) => `${withCommas(minutes)} 分钟 · ${withCommas(records)} 次`,
  list: '服务记录明细',
  columns: {
    row: '序号',
    when: '服务日期与时间',
    what: '服务名称与内容',
    where: '服务地点',
    who: '负责人',
    minutes: '分钟',
  },
  sum: '合计',
  noPlace: '未填写',
  scan: '扫码核验',
  scanHow: '手机扫一扫，打开公开核验页查看最新状态。',
  offline: '没有网络时，可用公布的公钥核验签名。',
  ledger: (sequence: number, head: string) => `时长账本 第 ${withCommas(sequence)} 号 ${head}`,
  noSeal: '未设置电子印章，以扫码核验结果为准',
  basis:
    '依据《志愿服务记录与证明出具办法（试行）》（民政部令第67号）第十四条至第十七条出具，不收取任何费用。',
  rounding: '服务时间按分钟记录；折合小时保留一位小数，多余的舍去，不进位。只计入已确认的记录。',
  missing: (codes: readonly string[]) => `〓 代替了字库中没有的字：${codes.join('、')}`,
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
  sample: '示意样本',
} as const;
