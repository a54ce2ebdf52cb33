import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';
import { insertRows } from '../platform/db/rows.js';
import type { Tx } from '../platform/db/unit-of-work.js';

interface Node {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly shortName: string;
  /** Invented for demonstration. Streets, universities, schools and the two named communities are real. */
  readonly invented?: true;
  readonly below?: readonly Node[];
}

const community = (id: string, name: string): Node => ({
  id,
  kind: 'community',
  name: `${name}社区`,
  shortName: name,
});
const invented = (id: string, name: string): Node => ({ ...community(id, name), invented: true });
const street = (id: string, name: string, below: readonly Node[]): Node => ({
  id,
  kind: 'street',
  name: `${name}街道`,
  shortName: name,
  below,
});
const university = (id: string, name: string, shortName: string, below: readonly Node[] = []): Node => ({
  id,
  kind: 'university',
  name,
  shortName,
  below,
});
const school = (id: string, name: string): Node => ({ id, kind: 'school', name, shortName: name });

/**
 * 呈贡区: 6 streets; of its 54 communities only those that the district names itself, and one or two invented ones
 * for each street so that every list has something; the 8 universities that have signed, with their named schools.
 */
const ROOTS: readonly Node[] = [
  {
    id: 'chenggong',
    kind: 'district',
    name: '昆明市呈贡区',
    shortName: '呈贡',
    below: [
      street('wujiaying', '吴家营', [
        community('wanxichong', '万溪冲'),
        invented('wujiaying-huayuan', '花园里（示意）'),
      ]),
      street('wulong', '乌龙', [community('lianda', '联大'), invented('wulong-hubin', '湖滨里（示意）')]),
      street('yuhua', '雨花', [invented('yuhua-yuhuali', '雨花里（示意）')]),
      street('dounan', '斗南', [invented('dounan-huashi', '花市里（示意）')]),
      street('longcheng', '龙城', [invented('longcheng-laojie', '老街里（示意）')]),
      street('luolong', '洛龙', [invented('luolong-luolonghe', '洛龙河里（示意）')]),
    ],
  },
  university('ynu', '云南大学', '云大'),
  university('ynnu', '云南师范大学', '云师大'),
  university('ymu', '云南民族大学', '云民大', [school('ymu-culture', '民族文化学院')]),
  university('ynufe', '云南财经大学', '云财大'),
  university('yutcm', '云南中医药大学', '云中大', [school('yutcm-humanities', '人文与管理学院')]),
  university('kmmu', '昆明医科大学', '昆医大', [school('kmmu-public-health', '公共卫生学院')]),
  university('yau', '云南艺术学院', '云艺'),
  university('yjtc', '云南交通职业技术学院', '云交院'),
];

/** A number that belongs to nobody: there is no exchange 0000. */
const phoneOf = (at: number): string => `0871-0000${String(at).padStart(4, '0')}`;

export async function plantTree(tx: Tx): Promise<void> {
  const rows: Parameters<typeof insertRows>[2][number][] = [];
  const visit = (node: Node, parent: { id: string; path: string } | null): void => {
    const path = `${parent?.path ?? '/'}${node.id}/`;
    rows.push({
      id: node.id,
      parent_id: parent?.id ?? null,
      kind: node.kind,
      name: node.name,
      short_name: node.shortName,
      path,
      phone: phoneOf(rows.length + 1),
      sort: rows.length,
      illustrative: node.invented ?? false,
    });
    for (const child of node.below ?? []) visit(child, { id: node.id, path });
  };
  for (const root of ROOTS) visit(root, null);
  await insertRows(tx, 'organization', rows);
}

export async function plantCategories(tx: Tx): Promise<void> {
  const names = [
    ['arts', '民族文艺'],
    ['health', '健康培训'],
    ['skill', '技能提升'],
    ['green', '环保志愿'],
    ['govern', '基层治理'],
    ['science', '科普'],
    ['other', '其他'],
  ] as const;
  await insertRows(
    tx,
    'category',
    names.map(([id, name], sort) => ({ id, name, cover: id, sort })),
  );
}
