import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { studentWords as words } from '@/shared/i18n/zh-CN/students';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { ErrorState, Skeleton } from '@/shared/ui/states';
import { listCampuses } from '../api';

interface CampusSheetProps {
  readonly open: boolean;
  /** Null: the universities; an id: the schools of that one. */
  readonly universityId: string | null;
  readonly onChoose: (chosen: { readonly id: string; readonly name: string } | null) => void;
  readonly onClose: () => void;
}

/** One university, or one of its schools. */
export function CampusSheet({ open, universityId, onChoose, onClose }: CampusSheetProps) {
  return (
    <Sheet
      open={open}
      title={universityId === null ? words.pickUniversity : words.pickSchool}
      onClose={onClose}
    >
      <Choices universityId={universityId} onChoose={onChoose} />
    </Sheet>
  );
}

function Choices({ universityId, onChoose }: Pick<CampusSheetProps, 'universityId' | 'onChoose'>) {
  const { value, problem, reload } = usePageData(listCampuses);
  if (value === null)
    return problem === null ? (
      <Skeleton shape="rows" count={4} />
    ) : (
      <ErrorState title={words.loadFailed} onRetry={() => void reload()} requestId={problem.instance}>
        {problemText(problem, new Date())}
      </ErrorState>
    );
  const fits = ({ kind, parentId }: OrganizationView) =>
    universityId === null ? kind === 'university' : kind === 'school' && parentId === universityId;
  const options = value.items.filter(fits);
  return (
    <Rows label={universityId === null ? words.pickUniversity : words.pickSchool}>
      {options.map(({ id, name }, at) => (
        <ListRow
          key={id}
          title={name}
          onPress={() => onChoose({ id, name })}
          last={universityId === null && at === options.length - 1}
        />
      ))}
      {universityId !== null && <ListRow title={words.schoolAny} onPress={() => onChoose(null)} last />}
    </Rows>
  );
}
