import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { savesTables } from '@/shared/platform/open-file';
import { Chips } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { type TableFormat, tableFormats } from '../model';
import type { Said } from '../use-report';

interface FormatsProps {
  readonly value: TableFormat;
  readonly onChange: (format: TableFormat) => void;
}

/** Nothing to choose where there is one. */
export function Formats({ value, onChange }: FormatsProps) {
  const formats = tableFormats(savesTables);
  if (formats.length === 1) return null;
  return (
    <Box className="mt3">
      <Chips
        label={words.format}
        options={formats.map((format) => ({ value: format, label: words.formats[format] }))}
        value={value}
        onChange={onChange}
      />
      {value === 'csv' && <Box className="t1 dim mt1">{words.csvHint}</Box>}
    </Box>
  );
}

export function Progress({ said }: { readonly said: Said | null }) {
  return (
    <LiveNote>
      {said !== null && (
        <Note className="mt3" {...(said.tone !== 'plain' && { tone: said.tone })}>
          {said.text}
        </Note>
      )}
    </LiveNote>
  );
}
