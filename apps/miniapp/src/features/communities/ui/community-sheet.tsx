import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { communitiesText as words } from '@/shared/i18n/zh-CN/communities';
import { problemText } from '@/shared/i18n/problem-text';
import { preferences, usePreferences } from '@/shared/platform/preferences';
import { Box } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { ErrorState, Skeleton } from '@/shared/ui/states';
import { Tag } from '@/shared/ui/surfaces';
import { listOrganizations } from '../api';
import { phoneFor, streetsOf } from '../model';

interface CommunitySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Streets, and under each its communities. The choice is kept on the device. */
export function CommunitySheet({ open, onClose }: CommunitySheetProps) {
  const chosen = usePreferences((state) => state.organization?.id ?? null);
  return (
    <Sheet open={open} title={words.sheetTitle} onClose={onClose}>
      <Box className="t1 dim">{words.sheetHint}</Box>
      <Choices
        chosen={chosen}
        onChoose={(organization, all) => {
          preferences.getState().chooseOrganization(
            organization && {
              id: organization.id,
              name: organization.name,
              phone: phoneFor(organization, all),
            },
          );
          onClose();
        }}
      />
    </Sheet>
  );
}

interface HomeSheetProps extends CommunitySheetProps {
  readonly chosen: string | null;
  readonly onChoose: (home: { readonly id: string; readonly name: string }) => void;
}

/** Where somebody lives: one community, never a whole street. */
export function HomeSheet({ open, onClose, chosen, onChoose }: HomeSheetProps) {
  return (
    <Sheet open={open} title={words.homeTitle} onClose={onClose}>
      <Choices
        chosen={chosen}
        communitiesOnly
        onChoose={(organization) => {
          if (organization !== null) onChoose(organization);
          onClose();
        }}
      />
    </Sheet>
  );
}

interface ChoicesProps {
  readonly chosen: string | null;
  readonly communitiesOnly?: boolean;
  readonly onChoose: (organization: OrganizationView | null, all: readonly OrganizationView[]) => void;
}

function Choices(props: ChoicesProps) {
  const [all, setAll] = useState<readonly OrganizationView[] | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    const result = await listOrganizations();
    if (result.ok) setAll(result.value.items);
    else setProblem(result.problem);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  if (problem !== null)
    return (
      <ErrorState title={words.failed} onRetry={() => void load()} requestId={problem.instance}>
        {problemText(problem, new Date())}
      </ErrorState>
    );
  return all === null ? <Skeleton shape="rows" count={4} /> : <Tree all={all} {...props} />;
}

interface TreeProps extends ChoicesProps {
  readonly all: readonly OrganizationView[];
}

function Tree({ all, chosen, communitiesOnly = false, onChoose }: TreeProps) {
  const streets = streetsOf(all);
  const [opened, setOpened] = useState<string | null>(
    () => streets.find(({ communities }) => communities.some(({ id }) => id === chosen))?.street.id ?? null,
  );
  const choose = (organization: OrganizationView | null) => onChoose(organization, all);
  const mark = (id: string | null) => (id === chosen ? <Tag tone="accent">{words.chosen}</Tag> : undefined);
  return (
    <Box className="mt3">
      <Rows label={words.choose}>
        {!communitiesOnly && (
          <ListRow title={words.everywhere} end={mark(null)} onPress={() => choose(null)} />
        )}
        {streets.map(({ street, communities }, index) => (
          <Box key={street.id}>
            <ListRow
              title={street.name}
              note={words.communitiesOf(communities.length)}
              end={mark(street.id)}
              last={index === streets.length - 1 && opened !== street.id}
              onPress={() => setOpened(opened === street.id ? null : street.id)}
            />
            {opened === street.id && (
              <Box className="k-nest">
                {!communitiesOnly && (
                  <ListRow title={words.wholeStreet(street.name)} onPress={() => choose(street)} />
                )}
                {communities.map((community) => (
                  <ListRow
                    key={community.id}
                    title={community.name}
                    end={mark(community.id)}
                    onPress={() => choose(community)}
                  />
                ))}
              </Box>
            )}
          </Box>
        ))}
      </Rows>
    </Box>
  );
}
