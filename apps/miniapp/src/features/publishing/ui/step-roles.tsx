import type { ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import type { PageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { spanWords } from '@/shared/i18n/moments';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, ErrorState, Skeleton } from '@/shared/ui/states';
import { Card, Note, Tag } from '@/shared/ui/surfaces';
import { useState } from 'react';
import type { ActivityForm } from '../form';
import { runsToCome } from '../model';
import { blankRole } from '../role-form';
import { RoleFields } from './role-fields';
import { useRole } from './use-role';

export interface Roles {
  readonly items: readonly ServiceRoleView[];
}

interface StepRolesProps {
  readonly activityId: string | null;
  readonly form: ActivityForm;
  readonly roles: PageData<Roles>;
  readonly now: Date;
  readonly onFirstStep: () => void;
}

export function StepRoles({ activityId, roles, onFirstStep, ...rest }: StepRolesProps) {
  if (activityId === null)
    return (
      <EmptyState title={words.rolesNeedDraft} next={{ label: words.rolesToFirst, onPress: onFirstStep }}>
        {words.rolesNeedDraftHint}
      </EmptyState>
    );
  return (
    <>
      <Box className="t2 dim mt1">{words.rolesHint}</Box>
      <RoleList roles={roles} now={rest.now} />
      <NewRole key={activityId} activityId={activityId} roles={roles} {...rest} />
    </>
  );
}

function RoleList({ roles, now }: Pick<StepRolesProps, 'roles' | 'now'>) {
  const { value, problem, reload } = roles;
  if (value === null && problem === null) return <Skeleton shape="rows" />;
  if (value === null && problem)
    return (
      <ErrorState title={words.rolesFailed} requestId={problem.instance} onRetry={() => void reload()}>
        {problemText(problem, now)}
      </ErrorState>
    );
  return (
    <>
      {value?.items.map((role) => (
        <Card key={role.id} as="section" className="mt3" label={role.name}>
          <Box className="row row--between">
            <Heading level={2} className="t2 b">
              {role.name}
            </Heading>
            {!role.countsAsVolunteerService && <Tag>{words.notCountedTag}</Tag>}
          </Box>
          {role.description !== '' && <Box className="t1 dim mt1">{role.description}</Box>}
          {role.notCountedReason !== null && <Box className="t1 dim mt1">{role.notCountedReason}</Box>}
          {role.shifts.map(({ id, startsAt, endsAt, line }) => (
            <Box key={id} className="t1 num mt1">
              {words.shiftSpan(spanWords(startsAt, endsAt, now), line.capacity)}
            </Box>
          ))}
        </Card>
      ))}
    </>
  );
}

type NewRoleProps = Pick<StepRolesProps, 'form' | 'roles' | 'now'> & { readonly activityId: string };

function NewRole({ activityId, form, roles, now }: NewRoleProps) {
  const role = useRole(activityId);
  const [added, setAdded] = useState<string | null>(null);
  const none = roles.value?.items.length === 0;
  if (role.form !== null)
    return (
      <RoleFields
        activity={form}
        role={role}
        form={role.form}
        now={now}
        onAdded={(name) => {
          setAdded(name);
          void roles.reload();
        }}
      />
    );
  return (
    <>
      <LiveNote>
        {added !== null && (
          <Note tone="ok" className="mt3">
            {words.roleAdded(added)}
          </Note>
        )}
      </LiveNote>
      {none && <Box className="t2 mt3">{words.rolesNone}</Box>}
      {runsToCome(form, now).length === 0 ? (
        <Note className="mt3">{words.rolesNeedRun}</Note>
      ) : (
        <Button
          block
          look="line"
          icon="plus"
          className="mt3"
          onPress={() => {
            setAdded(null);
            role.begin(blankRole(form, now));
          }}
        >
          {words.addRole}
        </Button>
      )}
    </>
  );
}
