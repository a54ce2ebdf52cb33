import { EVERYONE } from '@xiaolin/shared-types/signups/audience';
import type { DemoClock } from '../demo-clock.js';
import type { At, DemoActivity, Run } from './activity.js';
import { BOOK, PLACES } from './places.js';

/** A class of eight weeks. */
const WEEKS = [0, 1, 2, 3, 4, 5, 6, 7];

/** What 普春燕 puts on. */
export function wanxichong(clock: DemoClock, run: Run, at: At): DemoActivity[] {
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
      key: 'canteen',
      category: 'other',
      title: '长者食堂试吃会',
      summary: '新食堂下个月开伙，请社区的老人和家人先来尝一尝。六个菜，尝完打分，得分高的留在菜单上。',
      place: PLACES.hall,
      audience: '60岁以上优先',
      risk: '对食物过敏的请提前写明。地面可能湿滑，慢慢走。',
      runs: [
        run(4, '11:00', '12:30', 40, {
          terms: {
            audience: { ...EVERYONE, communityIds: ['wanxichong'], householdLimit: 2 },
            questions: [
              { id: 'contact', kind: 'phone', label: '紧急联系人电话', required: true, options: [] },
              {
                id: 'diet',
                kind: 'choices',
                label: '有什么忌口？',
                required: false,
                options: ['没有忌口', '不吃辣', '低糖', '吃素'],
              },
            ],
          },
        }),
      ],
    },
    {
      ...mine,
      key: 'paper',
      category: 'arts',
      title: '亲子剪纸：山茶和海鸥',
      summary: '陪孩子剪一张山茶、一只海鸥，剪好的贴在社区的窗上。纸和安全剪刀都备好了。',
      place: PLACES.hall,
      audience: '家长要一起来',
      risk: '用的是圆头剪刀，也请家长看着孩子。',
      runs: [
        run(9, '9:30', '11:00', 24, {
          terms: { audience: { ...EVERYONE, minAge: 6, maxAge: 12, householdLimit: 3 } },
        }),
      ],
    },
    {
      ...mine,
      key: 'openday',
      category: 'govern',
      title: '城市治理“合伙人”开放日',
      summary: '看一天社区怎么运转：上午跟网格员走一圈，下午把看到的问题写成一页建议，社区当场回应。',
      place: PLACES.hall,
      audience: '民大、中医药大学的同学',
      risk: '上午要走约三公里，穿舒服的鞋。',
      runs: [
        run(10, '9:00', '16:30', 20, {
          terms: { audience: { ...EVERYONE, universityIds: ['ymu', 'yutcm'] } },
        }),
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
        {
          name: '少年引路员',
          description: '给十六到十八岁的高中生：在路口举牌子，带老人走到服务站。',
          asks: { minAge: 16, maxAge: 18 },
          shifts: [{ from: at(5, '9:00'), to: at(5, '11:00'), needed: 4, meetAt: '服务站门口' }],
        },
        {
          name: '急救点值守',
          description: '守着急救箱，有人不舒服先让他坐下、量血压，再叫医生。',
          asks: { trainings: ['急救培训'], skills: ['量血压'] },
          shifts: [{ from: at(5, '8:30'), to: at(5, '11:30'), needed: 2, meetAt: '服务站门口' }],
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
      key: 'baduanjin',
      category: 'health',
      title: '站桩和养生功，八周学完',
      summary: '每周学一节，八周连成一整套。后面的要接着前面的学，所以整个课程一起报。穿宽松衣服、平底鞋。',
      place: PLACES.square,
      audience: '不限年龄，能站一个小时',
      risk: '血压高的下蹲慢一点，头晕马上坐下。',
      course: { seats: 24, ask: 15 },
      runs: WEEKS.map((week) => run(2 + 7 * week, '18:30', '19:30', 24)),
    },
    {
      ...mine,
      key: 'brush',
      category: 'arts',
      title: '隶书入门八周班',
      summary: '从握笔到写一副春联。笔墨社区准备，作业每次当堂点评，缺一次老师下次给补。',
      place: PLACES.hall,
      audience: '零基础也行',
      risk: BOOK,
      course: { seats: 16, ask: 14 },
      runs: WEEKS.map((week) => run(-10 + 7 * week, '15:00', '16:30', 16)),
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
      key: 'choir',
      category: 'arts',
      title: '邻里合唱队招新',
      summary: '每周四晚上排一次，春节前唱给全社区听。不考识谱，唱一段自己喜欢的就行，老师听完分声部。',
      place: PLACES.hall,
      audience: '16岁以上，能坚持八个星期',
      risk: BOOK,
      runs: [run(3, '19:00', '20:30', 24, { ask: 9, terms: { mode: 'approval', partyLimit: 1 } })],
    },
    {
      ...mine,
      key: 'gulls',
      category: 'other',
      title: '滇池看海鸥：亲子大巴半日游',
      summary: '坐大巴去海埂大坝喂海鸥，志愿者讲红嘴鸥从哪里飞来。车上座位有限，想去的人多，所以抽签。',
      place: PLACES.square,
      audience: '家里有孩子的优先带孩子',
      risk: '大坝风大，请给孩子穿厚外套，走路拉紧手。',
      runs: [
        run(6, '13:30', '17:30', 40, {
          ask: 37,
          closes: at(3, '20:00'),
          terms: { mode: 'lottery', partyLimit: 3 },
        }),
      ],
    },
    {
      ...mine,
      key: 'market',
      category: 'skill',
      title: '老花农带路：斗南夜市挑花',
      summary: '跟着种了三十年花的老师傅逛夜市，学看花苞、挑玫瑰、讲价钱，回来一人扎一束。',
      place: PLACES.flower,
      audience: '走得动一个半小时的都行',
      risk: '夜市人多车多，跟紧带队的人。玫瑰有刺，请戴手套。',
      runs: [
        run(4, '19:30', '21:30', 20, {
          ask: 46,
          waitlist: 15,
          closes: at(-1, '20:00'),
          terms: { mode: 'lottery' },
        }),
      ],
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
