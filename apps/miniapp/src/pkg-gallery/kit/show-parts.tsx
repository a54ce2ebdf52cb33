import { useState } from 'react';
import { Chips, DateStrip, FilterChip } from '@/shared/ui/choosers';
import { Countdown } from '@/shared/ui/countdown';
import { Cover, Emblem } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Brand } from '@/shared/ui/nav-bar';
import { QrCode } from '@/shared/ui/qr-code';
import { Seats } from '@/shared/ui/seats';
import { Card, Fact, Note, SectionHead, Tag } from '@/shared/ui/surfaces';
import { Button } from '@/shared/ui/button';

const days = [
  { date: '2026-11-23', weekday: '今天', day: '23', count: 2 },
  { date: '2026-11-24', weekday: '周二', day: '24', count: 3 },
  { date: '2026-11-25', weekday: '周三', day: '25', count: 1 },
  { date: '2026-11-26', weekday: '周四', day: '26', count: 2 },
  { date: '2026-11-27', weekday: '周五', day: '27', count: 0 },
  { date: '2026-11-28', weekday: '周六', day: '28', count: 5 },
  { date: '2026-11-29', weekday: '周日', day: '29', count: 2 },
];
const categories = [
  { value: 'all', label: '全部' },
  { value: 'arts', label: '民族文艺', icon: 'arts' },
  { value: 'health', label: '健康培训', icon: 'health' },
  { value: 'skill', label: '技能提升', icon: 'skill' },
] as const;
type Category = (typeof categories)[number]['value'];
const inTwoHours = new Date(Date.now() + 98 * 60_000).toISOString();
const nothing = () => undefined;

export function ShowParts() {
  const [date, setDate] = useState('2026-11-28');
  const [category, setCategory] = useState<Category>('all');
  const [free, setFree] = useState(true);
  return (
    <Box>
      <Brand />
      <DateStrip label="选日期" days={days} value={date} onChange={setDate} />
      <Chips<Category> label="类别" options={categories} value={category} onChange={setCategory} />
      <SectionHead more={{ to: '/pages/activities/index', label: '全部18场' }}>这周，家附近</SectionHead>
      <FilterChip label="只看有名额" on={free} onChange={setFree} />
      <Link to="/pkg-activity/pages/detail/index?id=1" className="x-act">
        <Box className="x-act__main">
          <Box className="x-act__when num">9:00–10:30</Box>
          <Heading level={3} className="x-act__t clip2">
            社区义诊：血压血糖和用药咨询
          </Heading>
          <Box className="x-act__where clip">600米 · 万溪冲社区卫生服务站</Box>
          <Seats taken={28} total={40} />
        </Box>
        <Cover category="health" className="x-act__pic" />
      </Link>
      <Seats taken={38} total={40} />
      <Seats taken={40} total={40} waiting={5} />
      <Card flush className="mt3">
        <Box className="x-weave x-weave--health" decorative />
        <Box className="x-tk__b">
          <Box className="row row--between">
            <Box className="accent b num">明天 周二 9:00–10:30</Box>
            <Tag tone="ok" icon="check">
              已报名
            </Tag>
          </Box>
          <Heading level={2} className="t3 mt1">
            二十四式太极拳 第6课
          </Heading>
          <Box className="t1 dim">万溪冲社区文体广场，走路约6分钟</Box>
        </Box>
        <Box className="x-tk__tear" decorative />
        <Box className="x-tk__f">
          <Button icon="qr" className="grow" onPress={nothing}>
            出示入场码
          </Button>
          <Button look="bare" onPress={nothing}>
            来不了
          </Button>
        </Box>
      </Card>
      <Note tone="warm" icon="ticket" className="mt3">
        <Countdown until={inTwoHours} />
      </Note>
      <Note tone="earth" className="mt3">
        会跳舞，膝盖不好请坐着看。
      </Note>
      <Box className="row mt3">
        <Emblem category="arts" />
        <Emblem category="新类别" />
        <Tag tone="warm">即将截止</Tag>
        <Tag tone="void">草稿</Tag>
      </Box>
      <Box className="mt3">
        <Rows>
          <ListRow icon="qr" title="入场码" note="太极班，明天 9:00" to="/pkg-me/pages/records/index" />
          <ListRow
            icon="clock"
            iconTone="quiet"
            title="1条签到等待提交"
            note="今天 13:54，义诊引导"
            end={<Tag>待提交</Tag>}
          />
          <ListRow icon="elder" title="换长辈版" onPress={nothing} last />
        </Rows>
      </Box>
      <Box className="mt3">
        <QrCode text="A7K2-9QXM" label="入场码" />
      </Box>
      <Fact name="签到">13:54，从14:00开始计</Fact>
      <Button block look="soft" className="mt2" onPress={nothing} sub="12月1日 9:00 开放报名">
        到时提醒我
      </Button>
      <Button block look="line" className="mt2" onPress={nothing}>
        看12月3日那场
      </Button>
      <Button block look="warm" className="mt2" onPress={nothing}>
        取消活动
      </Button>
      <Button block disabled className="mt2" onPress={nothing}>
        与《太极班》时间冲突
      </Button>
      <Button block busy className="mt2" onPress={nothing}>
        正在提交
      </Button>
    </Box>
  );
}
