import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { useEffect, useState } from 'react';
import { deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { bringToField } from '@/shared/platform/attention';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { codeOf } from '../model';

interface CodeFieldProps {
  readonly way: Direction;
  readonly busy: boolean;
  /** No scanner here: this button is the main one. */
  readonly main: boolean;
  readonly onCode: (code: string) => Promise<boolean>;
}

const fieldId = 'desk-code';

/** The 8 characters, or whatever a handheld scanner types. What was refused stays, to be compared and mended. */
export function CodeField({ way, busy, main, onCode }: CodeFieldProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const code = codeOf(text);
  // At a desk the field waits for a handheld scanner; on a phone it would only throw up the keyboard.
  const wide = useWideScreen();
  useEffect(() => {
    if (wide) bringToField(fieldId);
  }, [wide]);

  const send = async () => {
    setTried(true);
    if (code === null) {
      bringToField(fieldId);
      return;
    }
    if (!(await onCode(code))) return;
    // The next one may be half typed by now.
    setText((now) => (now === text ? '' : now));
    setTried(false);
  };

  return (
    <Box className="w-code mt3">
      <Box className="w-code__field">
        <Field
          id={fieldId}
          label={words.typed}
          hint={wide ? words.gunHint : words.typedHint}
          error={tried && code === null ? words.typedMend : undefined}
          value={text}
          maxLength={300}
          onChange={(next) => {
            setText(next);
            setTried(false);
          }}
          onConfirm={() => void send()}
        />
      </Box>
      <Button look={main ? 'solid' : 'line'} className="w-code__go" busy={busy} onPress={() => void send()}>
        {words.submit[way]}
      </Button>
    </Box>
  );
}
