import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { ChooseMany, ChooseOne, Consent, SwitchRow } from '@/shared/ui/choices';
import { DateTimeField } from '@/shared/ui/date-time-field';
import { Box } from '@/shared/ui/element';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field, SearchField } from '@/shared/ui/fields';
import { Confirm, Sheet } from '@/shared/ui/sheet';

const occurrences = [
  { value: 'afternoon', title: '11月28日 周六 14:00–16:00', note: '还有12个名额' },
  {
    value: 'evening',
    title: '11月28日 周六 19:00–21:00',
    note: '与《太极班》晚间加练时间冲突',
    disabled: true,
  },
];
const people = [
  { value: 'me', title: '段丽华', note: '我自己' },
  { value: 'child', title: '杨小禾', note: '外孙女，8岁，监护人已同意' },
];
const wheelchair = [
  { value: 'no', title: '不要' },
  { value: 'yes', title: '要，1个' },
];

export function FormParts() {
  const [occurrence, setOccurrence] = useState<string | null>(null);
  const [who, setWho] = useState<string[]>([]);
  const [seat, setSeat] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const [reminders, setReminders] = useState(true);
  const [starts, setStarts] = useState({ date: '', time: '' });
  const [attempt, setAttempt] = useState(0);
  const [dialog, setDialog] = useState<'none' | 'confirm' | 'sheet'>('none');
  const missing = attempt > 0;
  const errors = missing
    ? [
        { field: 'seat', mend: '选一选要不要轮椅位' },
        { field: 'agree', mend: '勾选：我已看过安全提示' },
      ]
    : [];
  return (
    <Box>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Box className="mt4">
        <SearchField
          id="find"
          label="找活动"
          placeholder="太极、插花、老师名字"
          value={words}
          onChange={setWords}
        />
      </Box>
      <ChooseOne
        id="occurrence"
        question="参加哪一场？"
        choices={occurrences}
        value={occurrence}
        onChange={setOccurrence}
      />
      <ChooseMany
        id="people"
        question="谁参加？"
        hint="一起报的人会一起成功，不会拆开。"
        choices={people}
        values={who}
        onChange={setWho}
      >
        <Button look="bare" size="s" icon="plus" onPress={() => setDialog('sheet')}>
          添加家人或邻居
        </Button>
      </ChooseMany>
      <ChooseOne
        id="seat"
        question="要不要轮椅位？"
        hint="文化站留了4个，靠近门口。"
        error={missing ? '请选“要”或“不要”' : undefined}
        choices={wheelchair}
        value={seat}
        onChange={setSeat}
      />
      <Field id="name" label="联系人" hint="活动负责人点名用" value={name} onChange={setName} />
      <Field
        id="note"
        label="还想说什么"
        optional
        multiline
        value={words}
        onChange={setWords}
        error={missing ? '最多写200个字' : undefined}
      />
      <DateTimeField
        id="starts"
        label="几点开始"
        hint="按昆明的钟"
        value={starts}
        onChange={setStarts}
        minDate="2026-11-23"
      />
      <SwitchRow
        id="reminders"
        title="开场前提醒我"
        note="提前一天和提前一小时"
        on={reminders}
        onChange={setReminders}
      />
      <Consent
        id="agree"
        title="我已看过安全提示"
        note="互动环节会跳动，身体不适请坐着看"
        agreed={agreed}
        onChange={setAgreed}
        error={missing ? '请先看安全提示，再勾选' : undefined}
      />
      <Button block className="mt6" onPress={() => setAttempt(attempt + 1)}>
        提交报名
      </Button>
      <Button block look="line" className="mt2" onPress={() => setDialog('confirm')}>
        取消这场活动
      </Button>
      <Confirm
        open={dialog === 'confirm'}
        grave
        title="取消这场活动？"
        consequence="将通知43位已报名居民，名额全部退回。取消后不能恢复。"
        confirmLabel="取消活动"
        onConfirm={() => setDialog('none')}
        onClose={() => setDialog('none')}
      />
      <Sheet open={dialog === 'sheet'} title="添加家人或邻居" onClose={() => setDialog('none')}>
        写上名字就能一起报名。
      </Sheet>
    </Box>
  );
}
