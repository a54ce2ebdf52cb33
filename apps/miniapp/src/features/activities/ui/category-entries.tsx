import type { CategoryView } from '@xiaolin/shared-types/activities/schema';
import { Emblem } from '@/shared/ui/cover';
import { Action, Box } from '@/shared/ui/element';

interface CategoryEntriesProps {
  readonly categories: readonly CategoryView[];
  readonly label: string;
  readonly onChoose: (categoryId: string) => void;
}

export function CategoryEntries({ categories, label, onChoose }: CategoryEntriesProps) {
  return (
    <Box className="x-cats" role="group" label={label}>
      {categories.map(({ id, name, cover }) => (
        <Action key={id} className="x-cat" onPress={() => onChoose(id)}>
          <Box as="span" className="x-cat__pic k-block" decorative>
            <Emblem category={cover} />
          </Box>
          {name}
        </Action>
      ))}
    </Box>
  );
}
