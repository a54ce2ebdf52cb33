import type { INestApplicationContext } from '@nestjs/common';
import { ConsentToRanking, DecideStudents, KeepStudent } from '../features/students/index.js';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';
import type { DemoClock } from './demo-clock.js';

interface Classmate {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly entryYears: number;
  /** What they agreed to be called in the ranking; nothing: they did not agree. */
  readonly shownName?: 'masked' | 'full';
}

const DANCE = '舞蹈学1班（示意）';
const MUSIC = '音乐学2班（示意）';

/** Students of one school, all invented; the first serve at past activities. */
export const CLASSMATES: readonly Classmate[] = [
  { id: 'classmate-1', name: '普雪梅', className: DANCE, entryYears: 1, shownName: 'masked' },
  { id: 'classmate-2', name: '木文斌', className: DANCE, entryYears: 1, shownName: 'masked' },
  { id: 'classmate-3', name: '和晓东', className: DANCE, entryYears: 1, shownName: 'full' },
  { id: 'classmate-4', name: '罗玉兰', className: MUSIC, entryYears: 2, shownName: 'masked' },
  { id: 'classmate-5', name: '何家豪', className: MUSIC, entryYears: 2, shownName: 'masked' },
  { id: 'classmate-6', name: '赵云芳', className: MUSIC, entryYears: 2 },
  { id: 'classmate-7', name: '张永福', className: MUSIC, entryYears: 2 },
];

/** Who said so this week, and waits for the campus. */
const WAITING: readonly Classmate[] = [
  { id: 'freshman-1', name: '段晓东', className: DANCE, entryYears: 0 },
  { id: 'freshman-2', name: '李春梅', className: DANCE, entryYears: 0 },
  { id: 'freshman-3', name: '王家豪', className: MUSIC, entryYears: 0 },
  { id: 'freshman-4', name: '刘雪莲', className: MUSIC, entryYears: 0 },
];

const CAMPUS = { universityId: 'ymu', schoolId: 'ymu-culture' } as const;
const COORDINATOR = 'zhao-min';

export async function enrol(tx: Tx, since: string): Promise<void> {
  await insertRows(
    tx,
    'person',
    [...CLASSMATES, ...WAITING].map(({ id, name }) => ({
      id,
      display_name: name,
      phone: null,
      wechat_open_id: null,
      demo_kind: null,
      demo_description: null,
      illustrative: true,
      home_id: null,
      // Grown-ups: a volunteer's year of birth is known (志愿服务条例 art. 15).
      birth_year: Number(since.slice(0, 4)) - 20,
      created_at: since,
    })),
  );
}

/** Everybody says where they study; the coordinator verifies the older ones; some agree to the ranking. */
export async function campusLife(app: INestApplicationContext, clock: DemoClock): Promise<void> {
  const get = <T>(token: abstract new (...given: never[]) => T): T => app.get(token, { strict: false });
  const year = Number(clock.present.toISOString().slice(0, 4));
  const say = (
    mate: Classmate,
    at: number,
    studentNumber = `${year - mate.entryYears}示意${String(at + 1).padStart(3, '0')}`,
  ) =>
    get(KeepStudent).save(mate.id, {
      ...CAMPUS,
      studentNumber,
      realName: mate.name,
      className: mate.className,
      entryYear: year - mate.entryYears,
    });
  clock.moveTo(clock.day(-58, '10:00'));
  const said = [];
  for (const [at, mate] of CLASSMATES.entries()) said.push(await say(mate, at));
  clock.moveTo(clock.day(-57, '10:00'));
  await get(DecideStudents).execute(COORDINATOR, {
    requestKey: 'campus-verified',
    decision: 'verify',
    students: said.flatMap((row) =>
      row === undefined ? [] : [{ personId: row.person_id, submittedAt: row.submitted_at }],
    ),
  });
  for (const { id, shownName } of CLASSMATES)
    if (shownName !== undefined) await get(ConsentToRanking).give(id, shownName);
  clock.moveTo(clock.day(-1, '10:00'));
  // Two named one number: the coordinator is warned.
  for (const [at, mate] of WAITING.entries())
    await say(mate, at, at === 3 ? `${year}示意003` : `${year}示意${String(at + 1).padStart(3, '0')}`);
}
