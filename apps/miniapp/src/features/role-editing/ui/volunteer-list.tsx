import { useCallback } from 'react';
import { type PageQuery, usePagedList } from '@/shared/api/use-paged-list';
import { problemText } from '@/shared/i18n/problem-text';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Skeleton } from '@/shared/ui/states';
import { Note, Tag } from '@/shared/ui/surfaces';
import { loadVolunteers } from '../api';
import { remarksOf, standingWordsOf } from '../model';

/** Who comes, what they can, and who said that they cannot (志愿服务条例 art. 22). */
export function VolunteerList({ shiftId }: { readonly shiftId: string }) {
  const load = useCallback((page: PageQuery) => loadVolunteers(shiftId, page), [shiftId]);
  const { items, problem, hasMore, loadingMore, more } = usePagedList(load);
  if (items === null && problem === null) return <Skeleton shape="rows" count={2} />;
  if (items === null) return problem && <Note tone="warm">{problemText(problem, new Date())}</Note>;
  return (
    <Box className="mt3" role="group" label={words.people}>
      {items.length === 0 && <Box className="t1 dim">{words.noPeople}</Box>}
      {items.map((volunteer) => (
        <Box key={volunteer.signupId} className="mt2">
          <Box className="row row--between">
            <Box as="span" className="t2 b">
              {volunteer.displayName}
            </Box>
            <Tag tone={volunteer.status === 'confirmed' || volunteer.status === 'attended' ? 'ok' : 'void'}>
              {standingWordsOf(volunteer)}
            </Tag>
          </Box>
          {remarksOf(volunteer).length > 0 && <Box className="t1 dim">{remarksOf(volunteer).join('，')}</Box>}
        </Box>
      ))}
      {hasMore && (
        <Button look="line" size="s" className="mt2" busy={loadingMore} onPress={() => void more()}>
          {words.showPeople}
        </Button>
      )}
    </Box>
  );
}
