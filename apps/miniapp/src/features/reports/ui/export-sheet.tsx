import { useState } from 'react';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { bringToField } from '@/shared/platform/attention';
import { Button } from '@/shared/ui/button';
import { SwitchRow } from '@/shared/ui/choices';
import { Chips } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { orderOfOccurrence } from '../api';
import { EMPTY_EXPORT, type ExportForm, KINDS, orderBody, reasonError } from '../model';
import { useReport } from '../use-report';
import { Formats, Progress } from './parts';

interface ExportSheetProps {
  readonly occurrenceId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The list of one run as a table, as paper for the door, or summed up. */
export function ExportSheet({ occurrenceId, open, onClose }: ExportSheetProps) {
  const [form, setForm] = useState<ExportForm>(EMPTY_EXPORT);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ExportForm>) => setForm({ ...form, ...part });
  const { busy, said, run } = useReport(
    (key) => orderOfOccurrence(occurrenceId, orderBody(form, key)),
    JSON.stringify([occurrenceId, form]),
  );
  const error = reasonError(form);
  const send = () => {
    setTried(true);
    if (error === undefined) void run();
    else bringToField('export-reason');
  };
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Chips
        label={words.what}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <Box className="t2 dim mt2">{words.about[form.kind]}</Box>
      {form.kind === 'roster' && (
        <>
          <Formats value={form.format} onChange={(format) => change({ format })} />
          <Box className="mt3">
            <SwitchRow
              id="export-phones"
              title={words.phones}
              note={words.phonesNote}
              on={form.phones}
              onChange={(phones) => change({ phones })}
            />
          </Box>
          {form.phones && (
            <Field
              id="export-reason"
              label={words.reason}
              hint={words.reasonHint}
              error={tried ? error : undefined}
              maxLength={100}
              value={form.reason}
              onChange={(reason) => change({ reason })}
            />
          )}
        </>
      )}
      <Box className="t1 dim mt3">{words.kept}</Box>
      <Progress said={said} />
      <Button block icon="download" className="mt3" busy={busy} onPress={send}>
        {words.go}
      </Button>
    </Sheet>
  );
}
