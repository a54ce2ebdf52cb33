/** The kit on show (src/pkg-gallery), for eyes and for the accessibility check; never in a build that goes out. */
const gallery =
  process.env.TARO_APP_GALLERY === '1' ? [{ root: 'pkg-gallery', pages: ['kit/index', 'result/index'] }] : [];

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/activities/index', 'pages/volunteer/index', 'pages/me/index'],
  subPackages: [
    ...gallery,
    {
      root: 'pkg-activity',
      pages: ['pages/detail/index', 'pages/signup/index', 'pages/result/index', 'pages/draw/index'],
    },
    {
      root: 'pkg-volunteer',
      pages: [
        'pages/shift/index',
        'pages/scan/index',
        'pages/my-code/index',
        'pages/hours/index',
        'pages/totals/index',
        'pages/hours-slice/index',
        'pages/past/index',
        'pages/qualifications/index',
        'pages/swap/index',
        'pages/way-out/index',
      ],
    },
    {
      root: 'pkg-verify',
      pages: ['pages/check/index', 'pages/mine/index', 'pages/ask/index', 'pages/one/index'],
    },
    {
      root: 'pkg-worker',
      pages: [
        'pages/workbench/index',
        'pages/publish/index',
        'pages/roster/index',
        'pages/manage/index',
        'pages/role/index',
        'pages/ways-out/index',
        'pages/qualifications/index',
        'pages/activities/index',
        'pages/hours/index',
        'pages/certificates/index',
        'pages/overdue/index',
        'pages/broadcast/index',
        'pages/desk/index',
        'pages/door/index',
        'pages/projector/index',
        'pages/settings/index',
      ],
    },
    { root: 'pkg-campus', pages: ['pages/students/index', 'pages/hours/index'] },
    {
      root: 'pkg-proof',
      pages: [
        'pages/raise/index',
        'pages/missing/index',
        'pages/mine/index',
        'pages/one/index',
        'pages/desk/index',
        'pages/decide/index',
        'pages/enter/index',
        'pages/entries/index',
        'pages/sample/index',
      ],
    },
    {
      root: 'pkg-me',
      pages: [
        'pages/sign-in/index',
        'pages/signup-detail/index',
        'pages/ticket/index',
        'pages/dependants/index',
        'pages/details/index',
        'pages/student/index',
        'pages/ranking/index',
        'pages/feedback/index',
        'pages/messages/index',
        'pages/privacy/index',
        'pages/about/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pkg-activity'] },
    'pages/activities/index': { network: 'all', packages: ['pkg-activity'] },
    'pages/volunteer/index': { network: 'all', packages: ['pkg-volunteer'] },
    'pages/me/index': { network: 'wifi', packages: ['pkg-me', 'pkg-worker'] },
  },
  lazyCodeLoading: 'requiredComponents',
  // WeChat shows its privacy guide before the first private interface. Three are in use: the phone's calendar; the
  // camera and album for evidence that somebody chooses to send; and where the phone is, which is asked only after a
  // consent of its own and never leaves the phone (features/attendance/place).
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '签到时由手机自己算离现场多远，位置不会传出去' } },
  darkmode: true,
  // Only H5 reads this: a page that slides in would also pull its fixed bars along.
  animation: false,
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '校邻',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: '#F6F4F0',
    backgroundColor: '#F6F4F0',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    custom: true,
    color: '#68636F',
    selectedColor: '#4540A6',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/activities/index', text: '活动' },
      { pagePath: 'pages/volunteer/index', text: '志愿' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
});
