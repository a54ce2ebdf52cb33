import { useState } from 'react';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { Action } from '@/shared/ui/element';
import { ExportSheet } from './export-sheet';

interface ExportLinkProps {
  readonly occurrenceId: string;
  /** Which of several on the page, for whoever does not see where it stands. */
  readonly about: string;
}

export function ExportLink({ occurrenceId, about }: ExportLinkProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Action className="x-link mr3" label={`${words.open} ${about}`} onPress={() => setOpen(true)}>
        {words.open}
      </Action>
      <ExportSheet occurrenceId={occurrenceId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
