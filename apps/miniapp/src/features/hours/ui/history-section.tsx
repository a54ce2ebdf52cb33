import { useCallback } from 'react';
import { usePageData } from '@/shared/api/use-page-data';
import { historyWords as words } from '@/shared/i18n/zh-CN/hour-history';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Skeleton } from '@/shared/ui/states';
import { Note, Tag } from '@/shared/ui/surfaces';
import { useNow } from '@/shared/ui/use-now';
import { loadHourHistory } from '../api';
import { historyOf } from '../history';

/** All versions of one of the reader's own records, in plain words. */
export function HistorySection({ recordId }: { readonly recordId: string }) {
  const load = useCallback(() => loadHourHistory(recordId), [recordId]);
  const { value, problem, reload } = usePageData(load);
  const now = useNow();
  return (
    <Box as="section" className="mt4">
      <Heading level={3} className="t2 b">
        {words.title}
      </Heading>
      {value === null && problem === null && <Skeleton shape="rows" count={2} />}
      {value === null && problem !== null && (
        <Note tone="warm" className="mt2">
          {words.failed}
          <Button look="line" className="mt2" onPress={() => void reload()}>
            {words.again}
          </Button>
        </Note>
      )}
      {value !== null &&
        historyOf(value, now).map((version) => (
          <Box key={version.id} as="section" className="mt3">
            <Box className="row row--between wrap">
              <Box className="t2 b num">{version.title}</Box>
              <Tag tone={version.current ? 'ok' : 'plain'} icon={version.current ? 'check' : 'history'}>
                {version.current ? words.current : words.past}
              </Tag>
            </Box>
            {version.events.map(({ when, what, why }, at) => (
              <Box key={at} className="mt2">
                <Box className="t1 dim num">{when}</Box>
                <Box className="t2">{what}</Box>
                {why !== null && <Box className="t1 dim">{why}</Box>}
              </Box>
            ))}
          </Box>
        ))}
      {value !== null && <Note className="mt3">{words.kept}</Note>}
    </Box>
  );
}
