import type { QualificationView } from '@xiaolin/shared-types/qualifications/schema';
import { dayInFull } from '@/shared/i18n/moments';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Card, Tag } from '@/shared/ui/surfaces';

interface QualificationRowsProps {
  readonly items: readonly QualificationView[];
  readonly onWithdraw: (item: QualificationView) => void;
}

const TONES = { asked: 'earth', confirmed: 'ok', refused: 'warm', withdrawn: 'void' } as const;

/** What was recorded or asked for; what still counts may be taken back. */
export function QualificationRows({ items, onWithdraw }: QualificationRowsProps) {
  return (
    <>
      {items.map((item) => (
        <Card key={item.id} className="mt3">
          <Box className="row row--between wrap">
            <Box as="span" className="t2 b">
              {item.kind === 'training' ? item.name : `${words.consents}：${item.name}`}
            </Box>
            <Tag tone={TONES[item.state]}>{words.states[item.state]}</Tag>
          </Box>
          <Box className="t1 dim mt1">
            {[
              item.state === 'confirmed' ? words.by(item.organizationName) : item.organizationName,
              item.doneOn !== null && dayInFull(item.doneOn),
              item.maskedPhone,
              item.state === 'confirmed' &&
                (item.validUntil === null ? words.forever : words.until(dayInFull(item.validUntil))),
            ]
              .filter(Boolean)
              .join('，')}
          </Box>
          {item.reason !== null && <Box className="t1 dim mt1">{words.reason(item.reason)}</Box>}
          {(item.state === 'asked' || (item.state === 'confirmed' && item.kind === 'guardian-consent')) && (
            <Button look="bare" size="s" className="mt1" onPress={() => onWithdraw(item)}>
              {words.withdraw}
            </Button>
          )}
        </Card>
      ))}
    </>
  );
}
