/** Makes one certificate of so many records and prints what it took: `node dist/test/render-one.js 1000`. */
import { existsSync, readFileSync } from 'node:fs';
import { certificateDocument } from '../features/certificates/use-cases/certificate-document.js';

const amount = Number(process.argv[2]);
const NAMES = [
  '捞鱼河湿地护鸥清洁',
  '民族舞展演《山茶花开》彩排',
  '手机课：和儿女视频',
  '小区楼道卫生整治入户走访与垃圾分类宣传志愿服务活动（第二期）',
];
const records = Array.from({ length: amount }, (_, at) => ({
  hour_record_id: `h-${at}`,
  day: '2026-03-01',
  starts_at: '2026-03-01T06:00:00.000Z',
  ends_at: '2026-03-01T10:00:00.000Z',
  service_name: NAMES[at % NAMES.length] ?? '',
  content: '现场服务：迎人、引导、收尾，帮助老人填写登记表',
  place_name: `万溪冲社区活动室${at % 40}号`,
  minutes: 90 + (at % 60),
  responsible_name: '普春燕',
}));
const began = performance.now();
const before = process.cpuUsage();
const pdf = await certificateDocument({
  number: 'ZM26-7K3M-9QD4-2XBF',
  unitName: '万溪冲社区',
  holderName: '杨思远',
  from: '2026-01-01',
  to: '2026-11-24',
  totalMinutes: records.reduce((sum, { minutes }) => sum + minutes, 0),
  records,
  issuedOn: '2026-11-25',
  issuedAt: '2026-11-25T02:00:00.000Z',
  ledger: { sequence: 1_234, hash: '9f3ac07b12de4455'.padEnd(64, '0') },
  seal: null,
  address: `https://xiaolin.example.gov.cn/#/pkg-verify/pages/check/index?s=${'A'.repeat(220)}`,
  illustrative: false,
});
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    bytes: pdf.length,
    ms: Math.round(performance.now() - began),
    cpuMs: Math.round((user + system) / 1_000),
    peakMb: Math.round(peakKilobytes() / 1_024),
  }),
);

/** `maxRSS` of a process that another one forked begins with what the other one held; Linux's own mark does not. */
function peakKilobytes(): number {
  const ownPeak = existsSync('/proc/self/status')
    ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return ownPeak === undefined ? process.resourceUsage().maxRSS : Number(ownPeak);
}
