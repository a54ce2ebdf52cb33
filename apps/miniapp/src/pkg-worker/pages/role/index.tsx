import type { ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import { useCallback, useState } from 'react';
import { loadRole, removeRole } from '@/features/role-editing/api';
import { RemoveSheet } from '@/features/role-editing/ui/remove-sheet';
import { RoleForm } from '@/features/role-editing/ui/role-form';
import { ShiftCard } from '@/features/role-editing/ui/shift-card';
import { usePageData } from '@/shared/api/use-page-data';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import { goTo, useQuery } from '@/shared/platform/navigation';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { EmptyState } from '@/shared/ui/states';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { Loaded } from '../../parts/loaded';
import { paths } from '../../parts/paths';

interface RolePageData {
  readonly role: ServiceRoleView | null;
}

/** A role and its shifts after they were added: changed, taken away, and who comes. */
export default function RolePage() {
  const query = useQuery();
  const activityId = query['activityId'] ?? '';
  const roleId = query['roleId'] ?? '';
  const data = usePageData<RolePageData>(
    useCallback(async () => {
      const role = await loadRole(activityId, roleId);
      return role.ok ? { ok: true, value: { role: role.value } } : role;
    }, [activityId, roleId]),
  );
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    void data.reload();
  };
  return (
    <Page
      title={words.title}
      ownHeading={data.value !== null}
      wide
      bottom={<StaffBar current="activities" />}
    >
      <LiveNote>
        {said !== '' && (
          <Note tone="ok" className="mt3">
            {said}
          </Note>
        )}
      </LiveNote>
      <Loaded data={data} shape="detail">
        {({ role }) =>
          role === null ? (
            <>
              <Heading level={1} className="sr">
                {words.title}
              </Heading>
              <EmptyState
                title={words.unknown}
                next={{ label: words.title, onPress: () => void goTo(paths.manage(activityId)) }}
              />
            </>
          ) : (
            <Role activityId={activityId} role={role} onDone={done} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface RoleProps {
  readonly activityId: string;
  readonly role: ServiceRoleView;
  readonly onDone: (said: string) => void;
}

function Role({ activityId, role, onDone }: RoleProps) {
  const now = useNow();
  const [removing, setRemoving] = useState(false);
  const people = role.shifts.reduce((sum, { line }) => sum + line.taken + line.waiting, 0);
  return (
    <>
      <Heading level={1} className="t4 mt1">
        {role.name}
      </Heading>
      <Box className="w-cols">
        <Box className="w-cols__main">
          <RoleForm activityId={activityId} role={role} onSaved={() => onDone(words.saved)} />
        </Box>
        <Box className="w-cols__side">
          <SectionHead>{words.shifts}</SectionHead>
          {role.shifts.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} now={now} onDone={onDone} />
          ))}
          <Button block look="bare" className="mt4" onPress={() => setRemoving(true)}>
            {words.removeRole}
          </Button>
        </Box>
      </Box>
      <RemoveSheet
        open={removing}
        title={words.removeRoleTitle}
        confirmLabel={words.removeRole}
        people={people}
        send={(key, reason) => removeRole(key, activityId, role.id, reason)}
        onDone={(told) => {
          setRemoving(false);
          onDone(words.removed(told));
        }}
        onClose={() => setRemoving(false)}
      />
    </>
  );
}
