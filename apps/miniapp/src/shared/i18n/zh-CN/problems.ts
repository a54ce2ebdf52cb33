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
/** A sentence for each refusal: what happened and what to do. A code without one fails the build. */
export const problemSentences: Readonly<Record<FailureCode, string | ((facts: Facts, now: Date) => string)>> =
  {
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
    'person.unknown': '没有找到这个人',
    'dependant.unknown': '没有找到这位家人或邻居，请重新选一选',
    'dependant.too-many': ({ most }) => `最多记${most}位，先删掉不用的`,
    'access.not-staff': '这里是工作人员用的',
    'access.out-of-scope': '这不在你负责的范围里',
    'organization.unknown': '没有找到这个单位',
    'category.unknown': '请重新选一个类别',
    'activity.unknown': '没有找到这个活动，可能已经下架',
    'activity.incomplete': '还差几项才能发布',
    'activity.changed-meanwhile': '别人刚改过这个活动，请看看新内容再保存',
    'activity.wrong-state': '活动现在的状态不能这样做',
    'activity.already-running': '活动已经开始，不能再改',
    'activity.capacity-below-taken': ({ taken }) => `已有${taken}人报上名，先确认谁退回候补`,
    'occurrence.unknown': '没有找到这一场，可能已经下架',
    'signup.unknown': '没有找到这个报名',
    'signup.not-open-yet': ({ opensAt }, now) => `${momentWords(String(opensAt), now)}开放报名`,
    'signup.closed': '报名已经截止',
    'signup.called-off': '主办方取消了这一场',
    'signup.full': '已经报满，候补也满了',
    'signup.already': '你已经报过名了',
    'signup.clash': ({ title }) => `与《${title}》时间冲突`,
    'signup.party-too-large': ({ limit }) => `一次最多报${limit}人`,
    'signup.not-pending': '这个申请已经处理过了',
    'signup.no-offer': '现在没有留给你的名额',
    'signup.offer-lapsed': '这个名额已经过了时间，让给后面的人了',
    'signup.not-cancellable': '现在不能取消了',
    'signup.nobody-waits': '候补里没有可以递补的人：没人在等，或者他们那个时间都有别的安排',
    'signup.offers-over': '快开始了，不再发候补名额',
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
    'draw.unknown': '这一场不抽签',
    'draw.not-drawn': '还没有抽签，到时间再来看',
    'signup.whole-course': '这门课整个一起报，不单报一次',
    'ticket.no-place': '还没有名额，没有入场码',
    'ticket.over': '这一场已经结束，入场码用不了了',
    'admission.code-invalid': '这个入场码认不出来，请再扫一次，或者输入8位码',
    'admission.other-occurrence': ({ title, startsAt }, now) =>
      `这是《${title}》${momentWords(String(startsAt), now)}的入场码`,
    'admission.place-cancelled': '这个报名已经取消',
    'admission.no-place': '这个报名还没有名额',
    'admission.too-early': ({ opensAt }, now) => `${momentWords(String(opensAt), now)}开始入场`,
    'admission.over': '已经结束，不能再登记入场',
    'admission.too-many': ({ seats, admitted }) => `这份报名共${seats}人，已经入场${admitted}人`,
    'admission.nothing-to-undo': '还没有入场，不用撤销',
    'admission.not-over-yet': '活动还没结束，结束后再处理缺席',
    'admission.not-absent': '这位已经入场，不算缺席',
    'feedback.unknown': '没有找到这条评价',
    'feedback.not-attended': '到场参加过才能评价',
    'feedback.already': '已经评价过了，谢谢',
    'feedback.not-waiting': '这条评价已经处理过了',
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
    'attendance.roster-over': '这个班次已经过了签退时间，不用再下载名单',
    'attendance.no-coordinates': '活动还没有在地图上定位，不能核对位置',
    'hours.unknown': '没有找到这条时长',
    'hours.own-record': '不能确认自己的时长',
    'hours.not-pending': '这条已经处理过了',
    'role.unknown': '没有找到这个岗位，可能已经去掉了',
    'role.counts-settled': '有班次已经开始，算不算志愿时长不能再改',
    'shift.begun': '班次已经开始，不能再改',
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
    'qualification.unknown': '没有找到这一条',
    'qualification.own': '不能给自己核实',
    'qualification.not-waiting': '这一条已经处理过了',
    'qualification.already': '已经提交过了，在等核实',
    'swap.unknown': '没有找到这个换班码，请对一对',
    'swap.off': '这个岗位不能换班，来不了请告诉主办方',
    'swap.over': '这个换班码用不了了',
    'swap.own': '这是你自己的换班码，发给别人吧',
    'swap.place-gone': '这个班次已经不在他名下，换不了了',
    'swap.begun': '班次已经开始，不能再换',
    'swap.checked-in': '已经签到，不能再换',
    'swap.others-wait': ({ waiting }) => `有${waiting}人在排候补，不能直接转给别人；可以和有班次的人互换`,
    'swap.same-shift': '要用另一个班次来换',
    'swap.not-answered-yet': '还没有人提出拿班次来换',
    'way-out.unknown': '没有找到这一条',
    'way-out.not-missing': '这个班次不用补签退',
    'way-out.already': '已经有人提了一个时间，先答复那一个',
    'way-out.before-in': ({ inAt }, now) => `不能早于签到的时间（${momentWords(String(inAt), now)}）`,
    'way-out.own': '自己提的时间，要对方来确认',
    'way-out.not-yours': '这个时间要由对方来确认',
    'way-out.over': '这一条已经处理过了',
    'hours.not-amendable': '这条时长现在不能改，先看看它的最新状态',
    'hours.not-certifiable': '只有已确认的时长才能出证明',
    'hours.too-many-minutes': '分钟数超过了这个班次最多能记的',
    'hours.already-recorded': '这个人这个班次已经有时长了，请改那一条',
    'hours.not-counting': '这个岗位不计志愿时长',
    'hours.same-approver': '要另一个人来批，不能自己填自己批',
    'correction.unknown': '没有找到这条更正',
    'correction.already': '这条已经提过了，在“我的更正”里看进展',
    'correction.not-waiting': '这条更正已经处理过了',
    'correction.not-rejected': '现在不能请街道来看',
    'correction.appeal-over': ({ dueOn }) => `请街道来看的时间已过（${dueOn}）`,
    'correction.same-person': '之前是你处理的，要换一个人来看',
    'correction.minutes-missing': '写上应该是多少分钟',
    'correction.minutes-beyond-shift': ({ most }) => `这个班次最多${most}分钟`,
    'correction.times-missing': '写上几点到几点',
    'hours.changed-meanwhile': '这条时长刚刚改过，请重新打开看看',
    'entry.unknown': '没有找到这条补记',
    'entry.already': '这个班次已经有记录，或者正在等复核',
    'entry.no-place': '这位没有报这个班次，请本人提“少了一条记录”',
    'entry.not-over-yet': '班次还没结束',
    'entry.too-long-ago': ({ days }) => `班次结束超过${days}天，不能再补`,
    'entry.not-counted': '这个岗位不计志愿时长',
    'entry.outside-shift': '时间要在班次里面，先到后走',
    'entry.evidence-missing': '至少要一张证明的照片',
    'entry.nobody-above': '没有上一级单位来复核',
    'entry.not-waiting': '这条补记已经处理过了',
    'entry.own-entry': '自己补记的，不能自己复核',
    'picture.unknown': '没有找到这张图片',
    'picture.too-large': ({ megabytes }) => `图片太大，最多${megabytes}MB`,
    'picture.wrong-type': '只收照片（JPEG、PNG、WebP），换一张再传',
    'picture.unreadable': '这张图片打不开，换一张再传',
    'picture.too-many-pixels': ({ megapixels }) => `图片太大，最多${megapixels}00万像素`,
    'picture.too-many': '今天传的图片太多，明天再传',
    'certificate.unknown': '没有找到这份证明，核对一下编号',
    'certificate.period-invalid': '起止日期不对：开始不晚于结束，结束不晚于今天，最长五年',
    'certificate.nothing-confirmed': '这段时间在这个单位还没有已确认的时长',
    'certificate.too-many-records': '这段时间的记录太多，分成几段来开',
    'certificate.own': '不能处理自己的证明，请换一位管理员',
    'certificate.already-revoked': '这份证明已经撤销了',
    'certificate.seal-unfit': '印章要用方形PNG图片，边长200到1000像素，不超过40KB',
    'hours.flags-unacknowledged': '这条有标记，要单独看过再确认',
    'student.unknown': '没有找到这位学生的信息，可能已经撤回',
    'student.wrong-state': '这条已经处理过了',
    'student.changed-meanwhile': '学生刚改过信息，请重新看一眼',
    'student.number-taken': '这个学号已经核实给另一位同学',
    'student.own': '不能核实自己',
    'ranking.students-only': '学校核实学生身份以后才能参加',
    'broadcast.unknown': '没有找到这条通知',
    'broadcast.no-such-roster': '没有找到这份名单',
    'broadcast.nobody': '这份名单上现在没有人，不用发',
    'broadcast.count-changed': ({ people }) => `名单刚变了，现在是${people}人，请再看一眼再发`,
    'broadcast.words-refused': '这段话没通过微信的文字检查，请换个说法',
    'broadcast.not-waiting': '这条通知已经处理过了',
    'server.unexpected': '是我们这边出了问题，内容没丢，请再试一次',
    'server.not-ready': '系统正在重启，请过一分钟再试',
  };
