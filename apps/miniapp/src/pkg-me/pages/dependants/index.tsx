import type { DependantView } from '@xiaolin/shared-types/people/schema';
import { listDependants } from '@/features/dependants/api';
import { type DependantForm, formOf } from '@/features/dependants/model';
import { DependantSheet } from '@/features/dependants/ui/dependant-sheet';
import { useDependants } from '@/features/dependants/use-dependants';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { partiesText as words } from '@/shared/i18n/zh-CN/parties';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Confirm } from '@/shared/ui/sheet';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Card, Note } from '@/shared/ui/surfaces';
import { useState } from 'react';

/** Whom the person signs up besides themselves: a name and what they are, nothing more. */
export default function DependantsPage() {
  const { value, problem, reload } = usePageData(listDependants);
  return (
    <Page title={words.pageTitle}>
      <OfflineNote onRetry={() => void reload()} />
      <Box className="t1 dim mt2">{words.lead}</Box>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          title={words.loadFailed}
          problem={problem}
          onRetry={() => void reload()}
          here={pagePaths.dependants}
          whySignIn={words.signInWhy}
        />
      )}
      {value !== null && <People people={value.items} reload={reload} />}
    </Page>
  );
}

interface PeopleProps {
  readonly people: readonly DependantView[];
  readonly reload: () => Promise<void>;
}

function People({ people, reload }: PeopleProps) {
  const dependants = useDependants(reload);
  const [form, setForm] = useState<DependantForm | null>(null);
  const [leaving, setLeaving] = useState<DependantView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const problem = dependants.problem === null ? null : problemText(dependants.problem, new Date());
  const open = (of: DependantView | null) => {
    dependants.forgetProblem();
    setForm(formOf(of));
  };
  const save = async (filled: DependantForm) => {
    if (!(await dependants.save(filled))) return;
    setForm(null);
    setSaid(words.saved);
  };
  const remove = async (of: DependantView) => {
    if (!(await dependants.remove(of))) return;
    setLeaving(null);
    setSaid(words.removed);
  };
  return (
    <>
      <LiveNote>
        {said !== null && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
      </LiveNote>
      {people.length === 0 && (
        <Card className="mt3">
          <Box className="t2 b">{words.none}</Box>
          <Box className="t1 dim mt1">{words.noneHint}</Box>
        </Card>
      )}
      {people.map((person) => (
        <PersonCard
          key={person.id}
          person={person}
          onEdit={() => open(person)}
          onRemove={() => {
            dependants.forgetProblem();
            setLeaving(person);
          }}
        />
      ))}
      <Button block icon="plus" className="mt4" onPress={() => open(null)}>
        {words.add}
      </Button>
      {form !== null && (
        <DependantSheet
          start={form}
          busy={dependants.busy}
          problem={problem}
          onSave={(filled) => void save(filled)}
          onClose={() => setForm(null)}
        />
      )}
      {leaving !== null && (
        <Confirm
          open
          grave
          busy={dependants.busy}
          title={words.removeTitle(leaving.name)}
          consequence={problem ?? words.removeText}
          confirmLabel={words.removeConfirm}
          onConfirm={() => void remove(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

interface PersonCardProps {
  readonly person: DependantView;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function PersonCard({ person, onEdit, onRemove }: PersonCardProps) {
  return (
    <Card as="article" className="mt3">
      <Heading level={2} className="t2 b">
        {person.name}
      </Heading>
      <Box className="t1 dim">{words.kinds[person.kind]}</Box>
      <Box className="row mt2">
        <Button size="s" look="soft" icon="edit" onPress={onEdit}>
          {words.edit}
        </Button>
        <Button size="s" look="bare" className="ml2" onPress={onRemove}>
          {words.removeOne}
        </Button>
      </Box>
    </Card>
  );
}
