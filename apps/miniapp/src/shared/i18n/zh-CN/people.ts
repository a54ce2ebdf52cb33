/** Sentences about who is signed in, and the pages under 我的. */
export const peopleText = {
  tryOut: (name: string) => `试用中：你现在是${name}，数据都是演示的`,
  tryOutSwitch: '换人',
  // Signing in.
  signInTitle: '登录',
  tryOutNote: '这里是试用模式。选一个人，看看他每天会用到什么；里面的人和事都是演示的。',
  choosePerson: '以谁的身份看看？',
  isYou: '现在就是',
  wechat: '用微信登录',
  wechatHint: '只用来认出是你，不会拿你的头像和手机号。',
  openInWechat: '请在微信里打开“校邻”',
  openInWechatHint: '浏览器里先看看活动，报名要到微信小程序里。在微信搜“校邻”就能找到。',
  backToActivities: '先看看活动',
  signInFailed: '没有登录成功',
  signInLoading: '正在看看怎么登录',
  // 我的.
  meTitle: '我的',
  notSignedIn: '还没有登录',
  notSignedInHint: '登录后能报名、排候补、攒志愿时长。',
  signIn: '登录',
  rename: '改名字',
  renameTitle: '改名字',
  nameField: '姓名',
  nameHint: '组织者点名时看到的名字，最多20个字。',
  nameMissing: '请填姓名',
  save: '保存',
  cancel: '先不',
  student: (university: string, school: string | null) =>
    school === null ? university : `${university} ${school}`,
  studentUnverified: '学生身份等待学校确认',
  resident: '居民',
  messages: '消息',
  hours: '志愿时长',
  hoursNote: '每一条怎么算的，都能看到',
  details: '我的社区和年龄',
  detailsNote: '有些活动只给本社区或某个年龄的人',
  detailsLead: '只在活动有限制时才用到，别人看不到。随时可以改、可以删。',
  detailsSaved: '记下了',
  detailsFailed: '没有保存成功',
  detailsSignIn: '登录后填一次，以后报名就不用再问。',
  home: '我住的社区',
  homeNone: '还没有填',
  homeForget: '不再保存我的社区',
  birthYear: '出生年份',
  birthYearHint: '4位数，比如 1958。只要年份，不要生日。',
  birthYearWrong: '填4位数的年份，比如 1958；不想填就空着',
  detailsSave: '保存',
  desk: '工作台',
  campus: '校园工作',
  studentRow: '学生身份',
  studentNote: '学校核实后，能报学生专场',
  studentWaiting: (university: string) => `${university}，还没核实`,
  deskNote: (organizations: string) => organizations,
  settings: '设置',
  elderMode: '长辈版',
  elderModeNote: '字大、按钮大，随时有人帮',
  theme: '颜色',
  themes: { auto: '跟随手机', light: '浅色', dark: '深色' },
  community: '我的社区',
  privacy: '个人信息怎么用',
  about: '关于校邻',
  signOut: '退出登录',
  signOutTitle: '退出登录？',
  signOutConsequence: '报过的名、攒的时长都还在，再登录就能看到。',
  signOutConfirm: '退出',
  loadFailed: '我的信息没有读出来',
  help: '随时可以打电话给社区',
} as const;

interface Paragraph {
  readonly title: string;
  readonly text: readonly string[];
}

/** What is stored and why, in plain words (个人信息保护法 art. 7, 17, 44–47). Only what the software really does. */
export const privacyParagraphs: readonly Paragraph[] = [
  {
    title: '我们存什么',
    text: [
      '姓名：组织者点名用。可以随时改，也可以不用真名。',
      '微信给的编号：只用来认出是同一个人。不是微信号，也看不到你的微信。',
      '报名、候补和取消：报了哪一场、什么时候报的、和谁一起。',
      '家人和邻居：你替他们报名时写的名字，是孩子、老人还是邻居。不记生日和证件。',
      '入场和评价：有没有到场，打了几分、写了什么。',
      '当志愿者时的签到、签退和时长：国家规定要如实记录服务时间。',
      '签到手机的随机编号：看得出一台手机给很多人签到。每个班次都打散了存，认不出手机，也连不到别的班次。',
      '时长更正：你写的话和你选的照片，只给处理的单位看。照片里的位置等信息会去掉。',
      '学生：学校、学院和学号，给学校核对用。',
    ],
  },
  {
    title: '我们不要什么',
    text: ['不要身份证号，不要通讯录，不要你走到哪里。看地图不会告诉我们你在哪儿。'],
  },
  {
    title: '谁能看到',
    text: [
      '活动的组织者能看到名单：姓名、手机号后四位、报名状态。别的社区看不到。',
      '你写的评价，主办方看得到，看不到是谁写的。',
      '别的居民看不到你报了什么。没有你同意，不公布名单，不排名。',
    ],
  },
  {
    title: '存在哪里',
    text: [
      '存在提供服务的社区或街道的服务器上。手机里只留登录状态、你选的社区、没提交完的表格、没交上的签到，和还没结束的入场码、志愿码。工作人员下载的离线名单只有姓，班次结束两小时后作废。',
    ],
  },
  {
    title: '你可以要求',
    text: [
      '查看、改正、拿一份自己的信息，或者注销账号，都可以打电话给社区办，会给答复和理由。',
      '注销后，已经开出的时长记录会去掉姓名留存，因为国家规定记录要能查证。',
      '14岁以下的孩子，由监护人决定。',
    ],
  },
];

export const aboutText = {
  title: '关于校邻',
  lead: '学校和社区是邻居。',
  text: [
    '在这里看家附近的活动，报名、排候补，当志愿者、攒服务时长。',
    '志愿时长由组织活动的单位记录，谁组织谁记录。校邻只帮忙记清楚，不替单位出证明。',
    '全部免费，没有广告。',
  ],
  emblem: '封面图案是通用的织纹，不代表任何一个民族。',
} as const;
