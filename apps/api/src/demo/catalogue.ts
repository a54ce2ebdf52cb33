import type { DemoClock } from './demo-clock.js';

/** A role with its shifts; times are moments. */
export interface DemoRole {
  readonly name: string;
  readonly description: string;
  readonly shifts: readonly {
    readonly from: string;
    readonly to: string;
    readonly needed: number;
    readonly breakMinutes?: number;
    readonly meetAt?: string;
    /** How many neighbours have taken it. */
    readonly taken?: number;
  }[];
  /** Why it earns no hours (art. 19). */
  readonly earnsNothing?: string;
}

export interface DemoActivity {
  readonly key: string;
  readonly at: string;
  /** Who publishes it. */
  readonly by: string;
  readonly category: 'arts' | 'health' | 'skill' | 'green' | 'govern' | 'science' | 'other';
  readonly title: string;
  readonly summary: string;
  readonly place: readonly [name: string, detail: string, latitude: number, longitude: number];
  readonly audience: string;
  readonly risk: string;
  readonly insurance?: string;
  readonly hazardous?: true;
  readonly runs: readonly {
    readonly from: string;
    readonly to: string;
    readonly seats: number;
    readonly waitlist?: number;
    /** How many neighbours sign up. */
    readonly ask?: number;
    /** Sign-up opens then; two weeks before the start unless told. */
    readonly opens?: string;
  }[];
  readonly roles?: readonly DemoRole[];
  readonly state?: 'draft' | { readonly cancelled: string };
}

const PLACES = {
  square: ['万溪冲社区文体广场', '健身器材旁', 24.8306, 102.8651],
  hall: ['万溪冲社区党群服务中心', '三楼多功能厅', 24.8312, 102.8643],
  clinic: ['万溪冲社区卫生服务站', '一楼', 24.8321, 102.8637],
  theatre: ['吴家营街道文化站', '二楼小剧场，有电梯', 24.8402, 102.8598],
  corner: ['联大社区科普角', '一楼', 24.8527, 102.8467],
  council: ['联大社区议事厅', '二楼', 24.8531, 102.8462],
  wetland: ['捞鱼河湿地公园', '东门', 24.8189, 102.7602],
  flower: ['斗南花市人才孵化中心', '二号教室', 24.8846, 102.7993],
  yuhua: ['雨花社区党群服务中心', '一楼大厅', 24.8098, 102.8389],
  old: ['龙城老街文化院', '天井', 24.8893, 102.8021],
  river: ['洛龙河公园', '南岸步道', 24.8729, 102.8204],
} as const;

const BOOK = '座位固定，请按时到。';

/** Everything that happens around today: invented, in the voice of the district's real programmes. */
export function catalogue(clock: DemoClock): readonly DemoActivity[] {
  const at = (day: number, time: string) => clock.day(day, time);
  const run = (day: number, from: string, to: string, seats: number, rest: object = {}) => ({
    from: at(day, from),
    to: at(day, to),
    seats,
    ...rest,
  });
  return [...wanxichong(clock, run, at), ...otherPlaces(run, at), ...past(run, at)];
}

type Run = (
  day: number,
  from: string,
  to: string,
  seats: number,
  rest?: object,
) => DemoActivity['runs'][number];
type At = (day: number, time: string) => string;

function wanxichong(clock: DemoClock, run: Run, at: At): DemoActivity[] {
  const mine = { at: 'wanxichong', by: 'pu-chunyan' } as const;
  return [
    {
      ...mine,
      key: 'lecture',
      category: 'health',
      title: '冬季呼吸道健康讲座',
      summary:
        '昆明医科大学公共卫生学院的老师讲冬天怎么防感冒、什么时候该去医院。讲完可以量血压，带上平时吃的药盒，老师帮着看。',
      place: PLACES.hall,
      audience: '不限年龄，老人优先坐前排',
      risk: '人多的时候请戴口罩。走楼梯不方便的，门口有志愿者带您坐电梯。',
      runs: [{ from: clock.soon(30), to: clock.soon(150), seats: 60, ask: 63, waitlist: 20 }],
      roles: [
        {
          name: '义诊引导',
          description: '在门口迎人，陪老人坐电梯、排队、取报告。说得来昆明话更好。',
          shifts: [
            { from: clock.soon(-20), to: clock.soon(180), needed: 8, taken: 5, meetAt: '一楼大厅饮水机旁' },
          ],
        },
      ],
    },
    {
      ...mine,
      key: 'taichi',
      category: 'health',
      title: '二十四式太极拳',
      summary: '每周二上午，跟李老师从头学到尾。前面没来过也跟得上，老师会带着复习。穿平底鞋，带一杯温水。',
      place: PLACES.square,
      audience: '不限年龄，适合60岁以上',
      risk: '动作不快，但要站一个多小时。膝盖不好的请告诉老师，坐着也能练。',
      runs: [
        run(1, '9:00', '10:30', 40, { ask: 31 }),
        run(8, '9:00', '10:30', 40, { ask: 12 }),
        run(15, '9:00', '10:30', 40, { opens: at(5, '9:00') }),
      ],
    },
    {
      ...mine,
      key: 'dance',
      category: 'arts',
      title: '民族舞展演《山茶花开》',
      summary:
        '民族文化学院的34位同学，和万溪冲、联大两个社区的舞蹈队排练了八个星期。彝族左脚舞、白族霸王鞭各一段，最后请大家一起上台学三个动作。',
      place: PLACES.theatre,
      audience: '不限年龄，6岁以下家长带',
      risk: '互动环节会跳动，约10分钟。膝盖或心脏不舒服的，请坐着看，不要上台。',
      insurance: '已为全场参加者投保意外险（示意）',
      runs: [
        run(5, '14:00', '16:00', 60, { ask: 66, waitlist: 30 }),
        run(6, '19:30', '21:00', 60, { ask: 48 }),
      ],
      roles: [
        {
          name: '后台秩序',
          description: '帮演员候场，看好道具，演出中不让人穿过舞台。',
          shifts: [
            {
              from: at(5, '13:00'),
              to: at(5, '16:30'),
              needed: 6,
              breakMinutes: 15,
              taken: 2,
              meetAt: '文化站后门',
            },
            { from: at(6, '18:30'), to: at(6, '21:30'), needed: 6, breakMinutes: 15, meetAt: '文化站后门' },
          ],
        },
      ],
    },
    {
      ...mine,
      key: 'clinic',
      category: 'health',
      title: '社区义诊：血压血糖和用药咨询',
      summary: '测血压、测血糖，不要钱。平时吃几种药拿不准的，把药盒带来，药师帮着看有没有重复。',
      place: PLACES.clinic,
      audience: '万溪冲社区居民优先',
      risk: '测血糖要扎手指，请空腹来，带点吃的测完就吃。',
      runs: [run(5, '9:00', '10:30', 40, { ask: 28 })],
      roles: [
        {
          name: '登记和陪诊',
          description: '给来的人写号，陪老人走完三个台子。',
          shifts: [{ from: at(5, '8:30'), to: at(5, '11:00'), needed: 4, taken: 1, meetAt: '服务站门口' }],
        },
      ],
    },
    {
      ...mine,
      key: 'phone',
      category: 'skill',
      title: '手机课：看病挂号自己来',
      summary: '一个志愿者教两个人，手把手在自己的手机上走一遍：挂号、看报告、和儿女视频。',
      place: PLACES.hall,
      audience: '60岁以上，带自己的手机',
      risk: '课上不要把验证码念给任何人听。',
      runs: [run(2, '14:30', '16:00', 20, { ask: 19 }), run(9, '14:30', '16:00', 20, { ask: 4 })],
      roles: [
        {
          name: '一对二陪练',
          description: '慢一点，让老人自己按。不替他们输密码。',
          shifts: [{ from: at(2, '14:00'), to: at(2, '16:30'), needed: 10, taken: 6 }],
        },
      ],
    },
    {
      ...mine,
      key: 'pear',
      category: 'green',
      title: '万溪冲梨园冬剪帮忙日',
      summary: '跟果农学给梨树剪枝，剪下来的枝条捆好做围栏。管一顿午饭。',
      place: ['万溪冲梨园', '村口集合', 24.8287, 102.8702],
      audience: '18到65岁，穿长裤、运动鞋',
      risk: '用剪刀和短梯。不会用的先听讲解，两人一组，一人扶梯。',
      hazardous: true,
      insurance: '已投保意外险，保到当天结束（示意）',
      runs: [run(7, '9:00', '12:00', 30, { opens: at(2, '9:00') })],
    },
    {
      ...mine,
      key: 'drill',
      category: 'govern',
      title: '冬防演练：楼道里怎么跑',
      summary: '消防员带着走一遍。',
      place: PLACES.hall,
      audience: '',
      risk: '',
      runs: [run(12, '15:00', '16:00', 50)],
      state: 'draft',
    },
    {
      ...mine,
      key: 'spring',
      category: 'arts',
      title: '写春联送邻居',
      summary: '',
      place: PLACES.square,
      audience: '',
      risk: '',
      runs: [],
      state: 'draft',
    },
  ];
}

function otherPlaces(run: Run, at: At): DemoActivity[] {
  const district = 'duan-zhiqiang';
  const lianda = { at: 'lianda', by: 'li-wenxiu' } as const;
  return [
    {
      ...lianda,
      key: 'telescope',
      category: 'science',
      title: '和物理系的同学做一台小望远镜',
      summary: '材料都备好了，两个小时做完带回家。天黑以后到楼顶看月亮。',
      place: PLACES.corner,
      audience: '8岁以上，12岁以下家长带',
      risk: '用到剪刀和热熔胶，家长请在旁边看着。',
      runs: [run(5, '15:00', '16:30', 25, { ask: 10 }), run(12, '15:00', '16:30', 25, { ask: 2 })],
      roles: [
        {
          name: '小组辅导',
          description: '一个人带一张桌子，帮孩子用热熔胶。',
          shifts: [{ from: at(5, '14:30'), to: at(5, '17:00'), needed: 6, taken: 3 }],
        },
      ],
    },
    {
      ...lianda,
      key: 'council',
      category: 'govern',
      title: '楼道议事会：三栋的杂物怎么清',
      summary: '三栋、四栋的邻居坐下来说一说：哪些是没人要的，哪些要给老人留个坐的地方。物业和社区都来。',
      place: PLACES.council,
      audience: '联大社区居民',
      risk: BOOK,
      runs: [run(6, '14:30', '16:00', 40, { ask: 14 })],
    },
    {
      ...lianda,
      key: 'english',
      category: 'skill',
      title: '英语角：从点一杯咖啡说起',
      summary: '云南师范大学的同学来陪聊，不考试，开口就行。',
      place: PLACES.corner,
      audience: '不限年龄',
      risk: BOOK,
      runs: [run(0, '19:00', '20:30', 20, { ask: 11 }), run(3, '19:00', '20:30', 20, { ask: 5 })],
    },
    {
      at: 'luolong',
      by: district,
      key: 'gulls',
      category: 'green',
      title: '捞鱼河湿地护鸥清洁',
      summary: '沿东门到观鸥台捡一遍垃圾，给游客讲怎么喂红嘴鸥不伤它们。手套和夹子由我们准备。',
      place: PLACES.wetland,
      audience: '12岁以上，未成年人家长陪同',
      risk: '水边有青苔，不要踩石头。不追、不抓、不摸鸟。',
      insurance: '已为志愿者投保意外险（示意）',
      runs: [run(6, '8:30', '11:00', 30, { ask: 27 })],
      roles: [
        {
          name: '护鸥清洁',
          description: '两人一组，一段一段走。',
          shifts: [
            { from: at(6, '8:30'), to: at(6, '11:00'), needed: 20, taken: 8, meetAt: '东门，带手套' },
            { from: at(13, '8:30'), to: at(13, '11:00'), needed: 20, taken: 1, meetAt: '东门，带手套' },
          ],
        },
      ],
    },
    {
      at: 'dounan',
      by: district,
      key: 'flowers',
      category: 'skill',
      title: '家庭插花：一束斗南的玫瑰',
      summary: '花商老师带来当天的花，学三种包法，做好的带走。',
      place: PLACES.flower,
      audience: '居民、花商、花农都可以',
      risk: '修枝剪很快，请戴上手套再剪。',
      runs: [run(3, '19:00', '20:30', 40, { ask: 22 }), run(10, '19:00', '20:30', 40, { ask: 3 })],
      roles: [
        {
          name: '花材整理',
          description: '提前去刺、分束，课后收拾。',
          earnsNothing: '发放劳务补贴，不算志愿服务',
          shifts: [{ from: at(3, '17:30'), to: at(3, '21:00'), needed: 4, taken: 2 }],
        },
      ],
    },
    {
      at: 'dounan',
      by: district,
      key: 'stream',
      category: 'skill',
      title: '花农直播课：把花讲给人听',
      summary: '怎么摆灯、怎么说价、怎么不被退货。云南财经大学的老师和两位花农一起讲。',
      place: PLACES.flower,
      audience: '花农、花商',
      risk: BOOK,
      runs: [run(4, '14:00', '17:00', 30, { ask: 30, waitlist: 10 })],
    },
    {
      at: 'yuhua',
      by: district,
      key: 'tcm',
      category: 'health',
      title: '传承中医文化：艾条和八段锦',
      summary: '云南中医药大学人文与管理学院的同学教八段锦，做一根艾条带回家。',
      place: PLACES.yuhua,
      audience: '不限年龄',
      risk: '现场不点燃艾条。对艾草过敏的请不要参加。',
      runs: [run(4, '9:30', '11:00', 35, { ask: 20 })],
      roles: [
        {
          name: '八段锦带练',
          description: '站在队伍两边，看到动作吃力的请他坐下歇。',
          shifts: [{ from: at(4, '9:00'), to: at(4, '11:30'), needed: 5, taken: 2 }],
        },
      ],
    },
    {
      at: 'yuhua',
      by: district,
      key: 'serve',
      category: 'other',
      title: '走进社区，服务群众',
      summary: '理发、磨刀、缝补、修小家电，带东西来就行。',
      place: PLACES.yuhua,
      audience: '雨花街道居民',
      risk: '修家电请先拔插头。',
      runs: [run(7, '9:00', '12:00', 80, { ask: 35 })],
      roles: [
        {
          name: '引导和登记',
          description: '帮居民找台子，记下修不好的。',
          shifts: [{ from: at(7, '8:30'), to: at(7, '12:00'), needed: 8, taken: 3, breakMinutes: 15 }],
        },
      ],
    },
    {
      at: 'longcheng',
      by: district,
      key: 'opera',
      category: 'arts',
      title: '老街花灯戏晚场',
      summary: '老票友和云南艺术学院的学生同台，唱三出。',
      place: PLACES.old,
      audience: '不限年龄',
      risk: '天井地面不平，晚上请看脚下。',
      runs: [run(4, '19:30', '21:00', 80, { ask: 41 })],
      state: { cancelled: '演员临时生病，改期另行通知' },
    },
    {
      at: 'longcheng',
      by: district,
      key: 'paper',
      category: 'arts',
      title: '剪纸课：剪一只老虎',
      summary: '从折纸开始，一个下午剪完。',
      place: PLACES.old,
      audience: '6岁以上，8岁以下家长带',
      risk: '用圆头剪刀，家长看着孩子。',
      runs: [run(2, '15:00', '16:30', 18, { ask: 16 }), run(9, '15:00', '16:30', 18)],
    },
    {
      at: 'luolong',
      by: district,
      key: 'run',
      category: 'health',
      title: '洛龙河五公里慢走',
      summary: '按最慢的人的速度走，走完一起拉伸。',
      place: PLACES.river,
      audience: '不限年龄，能走一小时',
      risk: '下雨取消。心脏不好的请先问医生。',
      runs: [run(3, '8:00', '9:30', 50, { ask: 17 }), run(10, '8:00', '9:30', 50, { ask: 6 })],
    },
    {
      at: 'wulong',
      by: district,
      key: 'market',
      category: 'green',
      title: '旧物换一换',
      summary: '带三样用不上的来，换三样喜欢的走。',
      place: ['联大社区小广场', '', 24.8524, 102.8471],
      audience: '五所大学的同学和周边居民',
      risk: BOOK,
      runs: [run(13, '14:00', '17:00', 120, { ask: 20 })],
      roles: [
        {
          name: '摊位分类',
          description: '衣服、书、玩具分开摆，坏的单独放。',
          shifts: [{ from: at(13, '13:00'), to: at(13, '17:30'), needed: 12, taken: 2, breakMinutes: 20 }],
        },
      ],
    },
    {
      at: 'wujiaying',
      by: 'he-liqiong',
      key: 'mentors',
      category: 'govern',
      title: '城市治理合伙人分享会',
      summary: '三位导师讲怎么把一栋楼的事谈下来。',
      place: PLACES.theatre,
      audience: '不限',
      risk: BOOK,
      runs: [run(11, '14:30', '16:30', 60, { opens: at(4, '9:00') })],
    },
  ];
}

function past(run: Run, at: At): DemoActivity[] {
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
    served('past-night', '楼道夜访', -2, '19:00', '21:00', { category: 'govern' }),
  ];
}
