import { useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { proxyWords as words } from '@/shared/i18n/zh-CN/managing';
import { bringToField } from '@/shared/platform/attention';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { signUpSomebody } from '../api';
import { doneWords, EMPTY_PROXY, errorsIn, proxyBody, type ProxyForm } from '../proxy';

interface ProxySheetProps {
  readonly occurrenceId: string;
  readonly partyLimit: number;
  readonly open: boolean;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Signing up somebody who has no phone. What was written stays when the sheet is closed. */
export function ProxySheet({ occurrenceId, partyLimit, open, onDone, onClose }: ProxySheetProps) {
  const [form, setForm] = useState<ProxyForm>(EMPTY_PROXY);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // One key for one wording: the same sent twice is one place, a mended one is another.
  const key = useRef<{ form: ProxyForm; key: string } | null>(null);
  const errors = errorsIn(form, partyLimit);
  const shown = tried ? errors : {};
  const change = (part: Partial<ProxyForm>) => setForm({ ...form, ...part });

  const send = async () => {
    setTried(true);
    const [first] = Object.keys(errors);
    if (first !== undefined) {
      bringToField(`proxy-${first}`);
      return;
    }
    if (busy) return;
    if (key.current?.form !== form) key.current = { form, key: newRequestKey() };
    setBusy(true);
    const result = await signUpSomebody(occurrenceId, proxyBody(form, key.current.key));
    setBusy(false);
    setProblem(result.ok ? null : problemText(result.problem, new Date()));
    if (!result.ok) return;
    setForm(EMPTY_PROXY);
    setTried(false);
    onDone(doneWords(form.name.trim(), result.value.status));
  };

  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <Box className="t2 dim">{words.lead}</Box>
      <Field
        id="proxy-name"
        label={words.name}
        error={shown.name}
        maxLength={20}
        value={form.name}
        onChange={(name) => change({ name })}
      />
      <Field
        id="proxy-phone"
        label={words.phone}
        hint={words.phoneHint}
        optional
        type="tel"
        error={shown.phone}
        maxLength={20}
        value={form.phone}
        onChange={(phone) => change({ phone })}
      />
      {partyLimit > 1 && (
        <Field
          id="proxy-companions"
          label={words.companions}
          hint={words.companionsHint(partyLimit)}
          optional
          multiline
          error={shown.companions}
          maxLength={500}
          value={form.companions}
          onChange={(companions) => change({ companions })}
        />
      )}
      <Box role="alert">
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {problem}
          </Note>
        )}
      </Box>
      <Button block className="mt6" busy={busy} onPress={() => void send()}>
        {words.send}
      </Button>
    </Sheet>
  );
}
