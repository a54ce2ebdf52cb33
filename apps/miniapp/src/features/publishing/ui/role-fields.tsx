import { problemText } from '@/shared/i18n/problem-text';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { ChooseMany, SwitchRow } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { Card, Note } from '@/shared/ui/surfaces';
import { useState } from 'react';
import type { ActivityForm } from '../form';
import { errorAt, type Mend, runsToCome } from '../model';
import { roleDraftOf, roleFieldId, type RoleForm, roleMends } from '../role-form';
import type { RoleEditing } from '../role-store';
import { CountedText } from './counted-text';
import { runWords } from './run-card';

interface RoleFieldsProps {
  readonly activity: ActivityForm;
  readonly role: RoleEditing;
  readonly form: RoleForm;
  readonly now: Date;
  readonly onAdded: (name: string) => void;
}

export function RoleFields({ activity, role, form, now, onAdded }: RoleFieldsProps) {
  const [attempt, setAttempt] = useState(0);
  const mends = attempt > 0 ? roleMends(form, activity, now) : [];
  const submit = async () => {
    setAttempt((count) => count + 1);
    if (roleMends(form, activity, now).length > 0) return;
    const added = await role.add(roleDraftOf(form, activity, now));
    if (added) onAdded(added.name);
  };
  return (
    <Card as="section" className="mt4" label={words.addRole}>
      <Heading level={2} className="t3">
        {words.addRole}
      </Heading>
      <ErrorSummary errors={mends} attempt={attempt} />
      <JobFields form={form} mends={mends} onChange={role.change} />
      <ChooseMany
        id={roleFieldId('runs')}
        question={words.roleRuns}
        error={errorAt(mends, roleFieldId('runs'))}
        choices={runsToCome(activity, now).map((run) => ({ value: run.key, title: runWords(run, now) }))}
        values={form.runs}
        onChange={(runs) => role.change({ runs })}
      />
      <TimeFields form={form} mends={mends} onChange={role.change} />
      <CountsFields form={form} mends={mends} onChange={role.change} />
      <Note className="mt4">{words.rolesFixed}</Note>
      <LiveNote>
        {role.problem && (
          <Note tone="warm" className="mt3">
            {problemText(role.problem, now)}
          </Note>
        )}
      </LiveNote>
      <Box className="row wrap mt3">
        <Button look="soft" size="s" busy={role.busy} className="mr2 mt1" onPress={() => void submit()}>
          {words.addThisRole}
        </Button>
        <Button look="bare" size="s" className="mt1" onPress={role.giveUp}>
          {words.cancelRole}
        </Button>
      </Box>
    </Card>
  );
}

interface PartProps {
  readonly form: RoleForm;
  readonly mends: readonly Mend[];
  readonly onChange: (part: Partial<RoleForm>) => void;
}

function JobFields({ form, mends, onChange }: PartProps) {
  return (
    <>
      <Field
        id={roleFieldId('name')}
        label={words.roleName}
        hint={words.roleNameHint}
        maxLength={30}
        value={form.name}
        error={errorAt(mends, roleFieldId('name'))}
        onChange={(name) => onChange({ name })}
      />
      <CountedText
        id={roleFieldId('description')}
        label={words.roleDescription}
        most={500}
        value={form.description}
        error={errorAt(mends, roleFieldId('description'))}
        onChange={(description) => onChange({ description })}
      />
      <Field
        id={roleFieldId('needed')}
        label={words.needed}
        type="digit"
        maxLength={5}
        value={form.needed}
        error={errorAt(mends, roleFieldId('needed'))}
        onChange={(needed) => onChange({ needed })}
      />
    </>
  );
}

function TimeFields({ form, mends, onChange }: PartProps) {
  return (
    <>
      {(['early', 'late', 'rest'] as const).map((part) => (
        <Field
          key={part}
          id={roleFieldId(part)}
          label={words[part]}
          hint={part === 'rest' ? words.restHint : undefined}
          type="digit"
          maxLength={3}
          value={form[part]}
          error={errorAt(mends, roleFieldId(part))}
          onChange={(value) => onChange({ [part]: value })}
        />
      ))}
      <Field
        id={roleFieldId('meetingPoint')}
        label={words.meetingPoint}
        optional
        maxLength={60}
        value={form.meetingPoint}
        onChange={(meetingPoint) => onChange({ meetingPoint })}
      />
    </>
  );
}

/** 志愿服务记录与证明出具办法 art. 19: what is not volunteering earns nothing, and says so before anybody signs up. */
function CountsFields({ form, mends, onChange }: PartProps) {
  return (
    <Box className="mt4">
      <SwitchRow
        id={roleFieldId('counts')}
        title={words.counts}
        note={words.countsNote}
        on={form.counts}
        onChange={(counts) => onChange({ counts })}
      />
      {!form.counts && (
        <Field
          id={roleFieldId('notCountedReason')}
          label={words.notCounted}
          hint={words.notCountedHint}
          maxLength={100}
          value={form.notCountedReason}
          error={errorAt(mends, roleFieldId('notCountedReason'))}
          onChange={(notCountedReason) => onChange({ notCountedReason })}
        />
      )}
    </Box>
  );
}
