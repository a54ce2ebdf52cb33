import type { HourRecordView } from '@xiaolin/shared-types/hours/schema';
import type { ReactNode } from 'react';
import { computationWords } from '@/shared/i18n/zh-CN/hour-records';
import { Box, Heading } from '@/shared/ui/element';
import { Sheet } from '@/shared/ui/sheet';
import { Fact, Note } from '@/shared/ui/surfaces';
import { computationLines, recordFacts } from '../model';

interface ComputationSheetProps {
  readonly record: HourRecordView | null;
  readonly onClose: () => void;
  /** What its owner sees besides. */
  readonly history?: ReactNode;
}

/** The sum of one record, line by line, and the facts that the law wants beside it. */
export function ComputationSheet({ record, onClose, history }: ComputationSheetProps) {
  return (
    <Sheet open={record !== null} title={computationWords.title} onClose={onClose}>
      {record !== null && (
        <Box>
          {computationLines(record).map(({ name, value }) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
          {record.computation.basis === 'scans' && <Note className="mt2">{computationWords.rule}</Note>}
          <Heading level={3} className="t2 b mt4">
            {computationWords.about}
          </Heading>
          {recordFacts(record).map(({ name, value }) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
          {history}
          <Box className="t1 dim mt2">{computationWords.wrong}</Box>
        </Box>
      )}
    </Sheet>
  );
}
