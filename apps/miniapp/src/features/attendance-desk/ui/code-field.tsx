import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { CodeEntry } from '@/shared/ui/code-entry';
import { codeOf } from '../model';

interface CodeFieldProps {
  readonly way: Direction;
  readonly busy: boolean;
  /** No scanner here: this button is the main one. */
  readonly main: boolean;
  readonly onCode: (code: string) => Promise<boolean>;
}

/** The volunteer's code, typed or read by a handheld scanner. */
export function CodeField({ way, busy, main, onCode }: CodeFieldProps) {
  const wide = useWideScreen();
  return (
    <CodeEntry
      id="desk-code"
      label={words.typed}
      hint={wide ? words.gunHint : words.typedHint}
      mend={words.typedMend}
      action={words.submit[way]}
      busy={busy}
      main={main}
      read={codeOf}
      onCode={onCode}
    />
  );
}
