import { rename } from '@/features/people/api';
import { NameField } from '@/features/people/ui/name-field';
import type { Failure } from '@/shared/api/failure';
import { problemText } from '@/shared/i18n/problem-text';
import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { session } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Sheet } from '@/shared/ui/sheet';
import { Card, Note } from '@/shared/ui/surfaces';
import type { MeView } from '@xiaolin/shared-types/people/schema';
import { useState } from 'react';

interface MeHeaderProps {
  readonly me: MeView;
  readonly onRenamed: (me: MeView) => void;
}

/** Who this is to organisers, and the way to change it. */
export function MeHeader({ me, onRenamed }: MeHeaderProps) {
  const [renaming, setRenaming] = useState(false);
  return (
    <Box className="row mt3">
      <Box className="x-av k-av" decorative>
        {me.displayName.slice(0, 1)}
      </Box>
      <Box className="grow">
        <Heading level={2} className="t3 clip">
          {me.displayName}
        </Heading>
        <Box className="t1 dim clip">{whoWords(me)}</Box>
      </Box>
      <Action className="x-link ml2" onPress={() => setRenaming(true)}>
        {words.rename}
      </Action>
      {renaming && <RenameSheet me={me} onClose={() => setRenaming(false)} onRenamed={onRenamed} />}
    </Box>
  );
}

const whoWords = ({ student, memberships }: MeView): string => {
  const [first] = memberships;
  if (first !== undefined) return first.organizationName;
  if (student === null) return words.resident;
  return student.verified
    ? words.student(student.universityName, student.schoolName)
    : words.studentUnverified;
};

function RenameSheet({ me, onClose, onRenamed }: MeHeaderProps & { readonly onClose: () => void }) {
  const [name, setName] = useState(me.displayName);
  const [empty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const wanted = name.trim();
    setEmpty(wanted === '');
    if (wanted === '' || busy) return;
    setBusy(true);
    const result = await rename(wanted);
    setBusy(false);
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    session.getState().rename(result.value.displayName);
    onRenamed(result.value);
    onClose();
  };
  return (
    <Sheet open title={words.renameTitle} closeLabel={words.cancel} onClose={onClose}>
      <NameField id="rename" value={name} onChange={setName} error={empty ? words.nameMissing : undefined} />
      {problem && (
        <Box role="alert">
          <Note tone="warm" className="mt3">
            {problemText(problem, new Date())}
          </Note>
        </Box>
      )}
      <Button block className="mt4" busy={busy} onPress={() => void save()}>
        {words.save}
      </Button>
    </Sheet>
  );
}

export function NobodyHeader() {
  const to = pagePaths.signIn(pagePaths.me);
  return (
    <Card className="mt3">
      <Heading level={2} className="t3">
        {words.notSignedIn}
      </Heading>
      <Box className="t1 dim mt1">{words.notSignedInHint}</Box>
      <Button block className="mt4" href={to} onPress={() => void goTo(to)}>
        {words.signIn}
      </Button>
    </Card>
  );
}
