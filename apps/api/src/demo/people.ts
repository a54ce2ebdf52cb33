import type { Role } from '@xiaolin/shared-types/contract/access';
import type { DemoPersonView } from '@xiaolin/shared-types/people/schema';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';

interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: DemoPersonView['kind'];
  readonly description: string;
  readonly works?: { readonly at: string; readonly as: Role };
  readonly home?: string;
  /** Years before the present one. */
  readonly age?: number;
  readonly studies?: { readonly university: string; readonly school: string | null };
}

/** The people of the story, all invented. */
export const NAMED: readonly NamedPerson[] = [
  {
    id: 'duan-lihua',
    name: '段丽华',
    kind: 'resident',
    description: '居民，68岁，住万溪冲社区',
    home: 'wanxichong',
    age: 68,
  },
  {
    id: 'yang-siyuan',
    name: '杨思远',
    kind: 'student',
    description: '学生志愿者，云南民族大学民族文化学院',
    age: 21,
    studies: { university: 'ymu', school: 'ymu-culture' },
  },
  {
    id: 'pu-chunyan',
    name: '普春燕',
    kind: 'worker',
    description: '万溪冲社区工作者',
    works: { at: 'wanxichong', as: 'worker' },
  },
  {
    id: 'li-guohua',
    name: '李国华',
    kind: 'resident',
    description: '居民，43岁，住联大社区',
    home: 'lianda',
    age: 43,
  },
  {
    id: 'mu-chunxiao',
    name: '木春晓',
    kind: 'student',
    description: '学生志愿者，云南中医药大学',
    age: 20,
    studies: { university: 'yutcm', school: 'yutcm-humanities' },
  },
  {
    id: 'he-xiaoman',
    name: '和小满',
    kind: 'student',
    description: '高中生，16岁，做志愿要监护人同意',
    home: 'wanxichong',
    age: 16,
  },
  {
    id: 'li-wenxiu',
    name: '李文秀',
    kind: 'worker',
    description: '联大社区工作者（看不到万溪冲的名单）',
    works: { at: 'lianda', as: 'worker' },
  },
  {
    id: 'he-liqiong',
    name: '和丽琼',
    kind: 'street',
    description: '吴家营街道工作人员（看得到本街道所有社区）',
    works: { at: 'wujiaying', as: 'worker' },
  },
  {
    id: 'zhao-min',
    name: '赵敏',
    kind: 'coordinator',
    description: '云南民族大学校园协调人',
    works: { at: 'ymu', as: 'coordinator' },
  },
  {
    id: 'duan-zhiqiang',
    name: '段志强',
    kind: 'district',
    description: '呈贡区管理员',
    works: { at: 'chenggong', as: 'administrator' },
  },
];

const SURNAMES = [...'李杨张王段普和木赵陈刘周马高何罗'];
const GIVEN = [
  '建国',
  '秀英',
  '丽琼',
  '志明',
  '春梅',
  '永福',
  '云芳',
  '晓东',
  '玉兰',
  '家豪',
  '雪莲',
  '文斌',
];

/** Neighbours without a story, for rosters that look like rosters. */
export const CROWD: readonly { readonly id: string; readonly name: string }[] = Array.from(
  { length: 180 },
  (_, at) => ({
    id: `neighbour-${String(at + 1).padStart(3, '0')}`,
    name: `${SURNAMES[at % SURNAMES.length] ?? ''}${GIVEN[(at * 5 + Math.floor(at / SURNAMES.length)) % GIVEN.length] ?? ''}`,
  }),
);

/** No mobile number begins with 100. */
const phoneOf = (at: number): string => `100${String(at).padStart(8, '0')}`;

/** @param since when all of them joined (ISO 8601) */
export async function invitePeople(tx: Tx, since: string): Promise<void> {
  const joined = (at: number) => new Date(Date.parse(since) + at * 1_000).toISOString();
  const thisYear = Number(since.slice(0, 4));
  const named = NAMED.map(({ id, name, kind, description, home = null, age }) => ({
    ...{ id, name, kind, description, home },
    birthYear: age === undefined ? null : thisYear - age,
  }));
  const crowd = CROWD.map(({ id, name }, at) => ({
    ...{ id, name, kind: null, description: null, home: null },
    birthYear: thisYear - 24 - (at % 40),
  }));
  await insertRows(
    tx,
    'person',
    [...named, ...crowd].map((person, at) => ({
      id: person.id,
      display_name: person.name,
      phone: phoneOf(at + 1),
      wechat_open_id: null,
      demo_kind: person.kind,
      demo_description: person.description,
      illustrative: true,
      home_id: person.home,
      birth_year: person.birthYear,
      created_at: joined(at),
    })),
  );
  await insertRows(
    tx,
    'membership',
    NAMED.flatMap(({ id, works }) =>
      works === undefined
        ? []
        : [
            {
              id: `${id}-at-${works.at}`,
              person_id: id,
              organization_id: works.at,
              role: works.as,
              starts_at: since,
              ends_at: null,
            },
          ],
    ),
  );
  await insertRows(
    tx,
    'student_profile',
    NAMED.flatMap(({ id, name, studies }, at) =>
      studies === undefined
        ? []
        : [
            {
              person_id: id,
              university_id: studies.university,
              school_id: studies.school,
              student_number: `示意${String(at).padStart(6, '0')}`,
              real_name: name,
              verified_at: since,
            },
          ],
    ),
  );
}
