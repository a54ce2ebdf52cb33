import type { ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import { useState } from 'react';
import { useIntent } from '@/shared/api/use-intent';
import { problemText } from '@/shared/i18n/problem-text';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import { Button } from '@/shared/ui/button';
import { SwitchRow } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Card } from '@/shared/ui/surfaces';
import { saveRole } from '../api';
import { editOf, fieldsOf, type RoleFields, type RoleMend } from '../model';

interface RoleFormProps {
  readonly activityId: string;
  readonly role: ServiceRoleView;
  readonly onSaved: () => void;
}

/** What the job is, what it asks, and whether its volunteers may change among themselves. */
export function RoleForm({ activityId, role, onSaved }: RoleFormProps) {
  const intent = useIntent();
  const [fields, setFields] = useState<RoleFields>(() => fieldsOf(role));
  const [mends, setMends] = useState<readonly RoleMend[]>([]);
  const change = (part: Partial<RoleFields>) => setFields((now) => ({ ...now, ...part }));
  const says = (mend: RoleMend, sentence: string) => (mends.includes(mend) ? sentence : undefined);
  const save = async () => {
    const read = editOf(fields);
    setMends('mends' in read ? read.mends : []);
    if ('mends' in read) return;
    const saved = await intent.run(JSON.stringify(read.edit), (key) =>
      saveRole(key, activityId, role.id, read.edit),
    );
    if (saved !== null) onSaved();
  };
  return (
    <Card as="section" className="mt3" label={words.job}>
      <Heading level={2} className="t3">
        {words.job}
      </Heading>
      <Field
        id="role-name"
        label={words.name}
        error={says('name', words.nameMend)}
        maxLength={30}
        value={fields.name}
        onChange={(name) => change({ name })}
      />
      <Field
        id="role-description"
        label={words.description}
        optional
        multiline
        maxLength={500}
        value={fields.description}
        onChange={(description) => change({ description })}
      />
      <Heading level={3} className="t2 b mt4">
        {words.asks}
      </Heading>
      <Box className="t1 dim">{words.asksHint}</Box>
      <Field
        id="role-trainings"
        label={words.trainings}
        hint={words.trainingsHint}
        error={says('trainings', words.trainingsHint)}
        optional
        maxLength={200}
        value={fields.trainings}
        onChange={(trainings) => change({ trainings })}
      />
      <Field
        id="role-skills"
        label={words.skills}
        hint={words.skillsHint}
        error={says('skills', words.skillsHint)}
        optional
        maxLength={200}
        value={fields.skills}
        onChange={(skills) => change({ skills })}
      />
      {(['minAge', 'maxAge'] as const).map((part) => (
        <Field
          key={part}
          id={`role-${part}`}
          label={words[part]}
          hint={part === 'minAge' ? words.ageHint : undefined}
          error={part === 'minAge' ? says('age', words.ageMend) : undefined}
          optional
          type="digit"
          maxLength={3}
          value={fields[part]}
          onChange={(value) => change({ [part]: value })}
        />
      ))}
      <Box className="mt4">
        <SwitchRow
          id="role-swaps"
          title={words.swaps}
          note={words.swapsNote}
          on={fields.swaps}
          onChange={(swaps) => change({ swaps })}
        />
        <SwitchRow
          id="role-counts"
          title={words.counts}
          on={fields.counts}
          onChange={(counts) => change({ counts })}
        />
      </Box>
      {!fields.counts && (
        <Field
          id="role-not-counted"
          label={words.notCounted}
          error={says('notCounted', words.notCountedMend)}
          maxLength={100}
          value={fields.notCountedReason}
          onChange={(notCountedReason) => change({ notCountedReason })}
        />
      )}
      {intent.problem !== null && (
        <Box role="alert" className="warm b mt2">
          {problemText(intent.problem, new Date())}
        </Box>
      )}
      <Button block className="mt4" busy={intent.busy} onPress={() => void save()}>
        {words.save}
      </Button>
    </Card>
  );
}
