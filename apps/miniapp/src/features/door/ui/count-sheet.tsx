import { useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { doorSheets as words } from '@/shared/i18n/zh-CN/door';
import { Button } from '@/shared/ui/button';
import { Chips } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { Sheet } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';

interface CountSheetProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly most: number;
  /** Null when it was done, else why not. */
  readonly onCount: (count: number, requestKey: string) => Promise<Failure | null>;
  readonly onClose: () => void;
}

/** How many of a party: all of them unless somebody says otherwise. */
export function CountSheet({ title, lead, action, most, onCount, onClose }: CountSheetProps) {
  const [count, setCount] = useState(most);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  // One key for one number: the same sent twice is done once, another number is another intent.
  const key = useRef<{ count: number; key: string } | null>(null);

  const send = async () => {
    if (busy) return;
    if (key.current?.count !== count) key.current = { count, key: newRequestKey() };
    setBusy(true);
    const refused = await onCount(count, key.current.key);
    setBusy(false);
    setProblem(refused);
    if (refused === null) onClose();
  };
  const options = Array.from({ length: most }, (_, at) => ({
    value: String(at + 1),
    label: words.people(at + 1),
  }));
  return (
    <Sheet open title={title} onClose={onClose}>
      <Box className="t2 dim">{lead}</Box>
      <Box className="mt3">
        <Chips
          label={words.howMany}
          options={options}
          value={String(count)}
          onChange={(value) => setCount(Number(value))}
        />
      </Box>
      <Box role="alert">
        {problem && (
          <Note tone="warm" className="mt3">
            {problemText(problem, new Date())}
          </Note>
        )}
      </Box>
      <Button block className="mt6" busy={busy} onPress={() => void send()}>
        {action}
      </Button>
    </Sheet>
  );
}
