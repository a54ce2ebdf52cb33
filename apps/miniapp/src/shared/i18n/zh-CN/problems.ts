import type { Sentence } from '../problem-text';
import { momentWords } from '../moments';

/** `7.5小时`; whole minutes where it is no half hour. */
const lengthWords = (minutes: string | number | undefined): string => {
  const amount = Number(minutes ?? 0);
  return amount % 30 === 0 ? `${amount / 60}小时` : `${Math.floor(amount / 60)}小时${amount % 60}分钟`;
};

/**
 * What happened and what to do, for refusals that the pages of the main package can meet; all others are in
 * problems-of-packages.ts, because a mini-app's main package is small.
 */
export const problemSentences = {
  'network.unreachable': '现在连不上网，检查网络后再试一次',
  'network.timeout': '网络太慢，没等到回音，再试一次不会重复提交',
  'request.invalid': '有几处要改一下',
  'request.malformed': '这次提交没传完整，请再试一次',
  'request.too-large': '内容太长了，请删短一些',
  'request.unsupported-type': '这种内容还不能提交',
  'request.key-reused': '这次提交和刚才的不一样，请返回重新打开再试',
  'request.rate-limited': '操作太快了，歇一会儿再试',
  'route.unknown': '没有找到这个页面',
  'session.required': '请先登录',
  'session.expired': '登录过期了，请重新登录',
  'session.revoked': '已经退出登录，请重新登录',
  'session.code-refused': '微信登录没成功，请再试一次',
  'session.account-blocked': '这个微信号暂时不能登录，请联系社区',
  'session.wechat-unavailable': '微信登录暂时用不了，请稍后再试',
  'session.demo-off': '试用登录没有打开',
  'access.not-staff': '这里是工作人员用的',
  'access.out-of-scope': '这不在你负责的范围里',
  'organization.unknown': '没有找到这个单位',
  'activity.unknown': '没有找到这个活动，可能已经下架',
  'occurrence.unknown': '没有找到这一场，可能已经下架',
  'signup.unknown': '没有找到这个报名',
  'signup.not-open-yet': ({ opensAt }, now) => `${momentWords(String(opensAt), now)}开放报名`,
  'signup.closed': '报名已经截止',
  'signup.called-off': '主办方取消了这一场',
  'signup.full': '已经报满，候补也满了',
  'signup.already': '你已经报过名了',
  'signup.clash': ({ title }) => `与《${title}》时间冲突`,
  'signup.party-too-large': ({ limit }) => `一次最多报${limit}人`,
  'signup.no-offer': '现在没有留给你的名额',
  'signup.offer-lapsed': '这个名额已经过了时间，让给后面的人了',
  'signup.not-cancellable': '现在不能取消了',
  'signup.line-busy': '报名的人太多，请过几秒再试',
  'signup.restricted': ({ noShows, until }, now) =>
    `最近有${noShows}次报了名没有来，${momentWords(String(until), now)}以后可以再报`,
  'signup.home-unknown': ({ places }) => `只限${places}，先填一下你住在哪个社区`,
  'signup.not-in-audience': ({ places }) => `只限${places}`,
  'signup.students-only': ({ places }) => `只限${places}认证过的学生`,
  'signup.age-unknown': ({ name }) => `要看年龄，还不知道${name}的出生年份`,
  'signup.age-limit': ({ name, minAge, maxAge }) =>
    `${name}不在年龄范围里（${Number(minAge) > 0 ? `${minAge}岁以上` : ''}${Number(maxAge) > 0 ? `${maxAge}岁以下` : ''}）`,
  'signup.household-limit': ({ limit, held }) =>
    Number(held) > 0 ? `一户最多${limit}个名额，你们已经有${held}个` : `一户最多${limit}个名额`,
  'signup.answers-invalid': '有几个问题要再答一下',
  'signup.whole-course': '这门课整个一起报，不单报一次',
  'shift.unknown': '没有找到这个班次，可能已经下架',
  'attendance.code-invalid': '这个码认不出来，请重新扫一次',
  'attendance.code-expired': '这个码过期了，请扫最新的码',
  'attendance.code-other-shift': '这是另一个班次的码',
  'attendance.code-used': '这个码已经用过，请让对方刷新',
  'attendance.not-signed-up': '没有报这个班次，请找工作人员',
  'attendance.too-early': '还没到签到时间，开始前30分钟可以签到',
  'attendance.too-late': '已经过了时间，请找工作人员补记',
  'attendance.not-checked-in': '还没有签到，先签到再签退',
  'attendance.already-checked-out': '已经签退了',
  'attendance.clock-off': ({ minutes }) =>
    typeof minutes === 'number'
      ? `手机时间${minutes > 0 ? '快' : '慢'}了${Math.abs(minutes)}分钟，没法知道是几点扫的`
      : '手机时间不准，没法知道是几点扫的',
  'attendance.scan-too-old': '超过3天才提交，不能再收',
  'signup.too-young': ({ least }) => `按出生年份还不能确定满了${least}周岁，不能报志愿岗位`,
  'signup.guardian-consent': ({ state }) =>
    state === 'asked'
      ? '在等社区给监护人打电话确认'
      : state === 'expired'
        ? '监护人的同意过期了，要再确认一次'
        : state === 'refused'
          ? '监护人同意没有确认成，可以再提一次'
          : '未满18周岁，先要监护人同意',
  'signup.training-missing': ({ training, state }) =>
    state === 'asked'
      ? `在等社区核实“${training}”`
      : state === 'expired'
        ? `“${training}”过期了，要重新参加`
        : state === 'refused'
          ? `“${training}”没有核实通过`
          : `要先参加“${training}”`,
  'signup.skill-missing': ({ skill }) => `这个岗位要会“${skill}”，会的话先勾上`,
  'signup.overwork': ({ span, minutes, limit }) =>
    `加上这个班次，${span === 'week' ? '这一周' : '这一天'}共${lengthWords(minutes)}，最多${lengthWords(limit)}`,
  'server.unexpected': '是我们这边出了问题，内容没丢，请再试一次',
  'server.not-ready': '系统正在重启，请过一分钟再试',
} satisfies Readonly<Record<string, Sentence>>;
