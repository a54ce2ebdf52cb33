import type { Editing } from '@/features/publishing/draft-store';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Confirm } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';

interface ResumedNoteProps {
  readonly draft: Editing;
  readonly published: boolean;
  /** Opened to write a new one, and there was one unfinished. */
  readonly fresh: boolean;
  readonly onStartOver: () => void;
}

/** What is on the page was written before: says so, and offers the other way. */
export function ResumedNote({ draft, published, fresh, onStartOver }: ResumedNoteProps) {
  const [asking, setAsking] = useState(false);
  const [wasThere] = useState(draft.resumed || draft.view !== null);
  const { title } = draft.form;
  if (published ? draft.saving.kind === 'saved' || !draft.resumed : !fresh || !wasThere) return null;
  const leave = () => {
    setAsking(false);
    if (published) draft.undo();
    else onStartOver();
  };
  const effect = draft.view === null ? words.startOverLost : words.startOverKept;
  return (
    <>
      <Note tone="accent" icon="history" className="mt3">
        <Box>{published ? words.resumedEdit : words.resumed(title.trim())}</Box>
        <Button size="s" look="bare" onPress={() => setAsking(true)}>
          {published ? words.undoEdit : words.startOver}
        </Button>
      </Note>
      <Confirm
        open={asking}
        title={published ? words.undoEditTitle : words.startOverTitle}
        consequence={published ? words.undoEditEffect : effect}
        confirmLabel={published ? words.undoEdit : words.startOver}
        grave={published || draft.view === null}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
