import { useEffect, useState } from 'react';
import { bringToField } from '../platform/attention';
import { useWideScreen } from '../platform/wide-screen';
import { Button } from './button';
import { Box } from './element';
import { Field } from './fields';

interface CodeEntryProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Says the mend when the text cannot be a code. */
  readonly mend: string;
  readonly action: string;
  readonly busy: boolean;
  /** No scanner here: this button is the main one. */
  readonly main: boolean;
  /** What is sent for the text; null when it cannot be a code. */
  readonly read: (text: string) => string | null;
  /** True when it was taken: the field is then empty for the next one. */
  readonly onCode: (code: string) => Promise<boolean>;
}

/** A code that is typed, or whatever a handheld scanner types. What was refused stays, to be compared and mended. */
export function CodeEntry({ id, label, hint, mend, action, busy, main, read, onCode }: CodeEntryProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const code = read(text);
  // At a desk the field waits for a handheld scanner; on a phone it would only throw up the keyboard.
  const wide = useWideScreen();
  useEffect(() => {
    if (wide) bringToField(id);
  }, [wide, id]);

  const send = async () => {
    setTried(true);
    if (code === null) {
      bringToField(id);
      return;
    }
    if (!(await onCode(code))) return;
    // The next one may be half typed by now.
    setText((now) => (now === text ? '' : now));
    setTried(false);
  };

  return (
    <Box className="k-entry mt3">
      <Box className="k-entry__field">
        <Field
          id={id}
          label={label}
          hint={hint}
          error={tried && code === null ? mend : undefined}
          value={text}
          maxLength={300}
          onChange={(next) => {
            setText(next);
            setTried(false);
          }}
          onConfirm={() => void send()}
        />
      </Box>
      <Button look={main ? 'solid' : 'line'} className="k-entry__go" busy={busy} onPress={() => void send()}>
        {action}
      </Button>
    </Box>
  );
}
