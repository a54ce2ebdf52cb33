import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Confirm } from '@/shared/ui/sheet';
import { Card } from '@/shared/ui/surfaces';
import { useState } from 'react';
import type { Difference } from '../model';

interface ConflictNoteProps {
  readonly differences: readonly Difference[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

export const conflictId = 'publish-conflict';

/** Somebody else saved meanwhile: what they changed, and which of the two stays. */
export function ConflictNote({ differences, onTakeTheirs, onKeepMine }: ConflictNoteProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Box id={conflictId} role="alert" className="mt3">
      <Card as="section" label={words.conflictTitle} className="p-conflict">
        <Heading level={2} className="t3">
          {words.conflictTitle}
        </Heading>
        <Box className="t2 dim mt1">{words.conflictNote}</Box>
        {differences.length === 0 && <Box className="t2 mt3">{words.conflictSame}</Box>}
        {differences.map(({ part, was, is }) => (
          <Box key={part} className="mt3">
            <Box className="t2 b">{part}</Box>
            <Box className="t1 dim num">{words.was(was || words.nothing)}</Box>
            <Box className="t1 num">{words.is(is || words.nothing)}</Box>
          </Box>
        ))}
        <Box className="row wrap mt4">
          <Button size="s" look="soft" className="mr2 mt1" onPress={onKeepMine}>
            {words.keepMine}
          </Button>
          <Button size="s" look="line" className="mt1" onPress={() => setAsking(true)}>
            {words.takeTheirs}
          </Button>
        </Box>
      </Card>
      <Confirm
        open={asking}
        title={words.takeTheirsTitle}
        consequence={words.takeTheirsEffect}
        confirmLabel={words.takeTheirs}
        grave
        onConfirm={() => {
          setAsking(false);
          onTakeTheirs();
        }}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
}
