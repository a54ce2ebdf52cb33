import type { DemoPersonView } from '@xiaolin/shared-types/people/schema';
import { peopleText as words } from '@/shared/i18n/zh-CN/people';
import { useSession } from '@/shared/session/session';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { demoIcon } from '../model';

interface DemoPeopleProps {
  readonly people: readonly DemoPersonView[];
  readonly onChoose: (personId: string) => void;
}

/** The named people of the try-out mode. */
export function DemoPeople({ people, onChoose }: DemoPeopleProps) {
  const current = useSession((state) => state.person?.id ?? null);
  return (
    <Rows label={words.choosePerson}>
      {people.map(({ id, displayName, description, kind }, index) => (
        <ListRow
          key={id}
          icon={demoIcon(kind)}
          title={displayName}
          note={description}
          end={id === current ? <Tag tone="accent">{words.isYou}</Tag> : undefined}
          last={index === people.length - 1}
          onPress={() => onChoose(id)}
        />
      ))}
    </Rows>
  );
}
