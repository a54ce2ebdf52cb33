import type { AuditSample } from '@xiaolin/shared-types/corrections/schema';
import { useCallback, useState } from 'react';
import { loadSample } from '@/features/corrections/api';
import { monthBeside, monthWords } from '@/features/corrections/model';
import { usePageData } from '@/shared/api/use-page-data';
import { dateWords, partsOf } from '@/shared/i18n/moments';
import { sampleWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Action, Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Note, SectionHead, Tag } from '@/shared/ui/surfaces';
import { paths } from '../../parts/paths';

/** Entries by hand that anybody may look at: drawn by lot, without names; no account needed. */
export default function SamplePage() {
  const thisMonth = partsOf(new Date()).day.slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const { value, problem, reload } = usePageData(useCallback(() => loadSample(month), [month]));
  return (
    <Page title={words.title}>
      <OfflineNote onRetry={() => void reload()} />
      <Box className="t1 dim mt1">{words.lead}</Box>
      <Box className="row row--between mt3">
        <Heading level={2} className="t3 num">
          {monthWords(month)}
        </Heading>
        <Box className="row">
          <Action className="x-link" onPress={() => setMonth(monthBeside(month, -1))}>
            {words.earlier}
          </Action>
          {month < thisMonth && (
            <Action className="x-link ml3" onPress={() => setMonth(monthBeside(month, 1))}>
              {words.later}
            </Action>
          )}
        </Box>
      </Box>
      {value === null && problem === null && <Skeleton shape="rows" />}
      {value === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={paths.sample}
          onRetry={() => void reload()}
        />
      )}
      {value !== null && value.month === month && <Drawn sample={value} />}
    </Page>
  );
}

function Drawn({ sample }: { readonly sample: AuditSample }) {
  return (
    <>
      {!sample.complete && <Note className="mt2">{words.running}</Note>}
      <Box className="t2 num mt2">
        {sample.items.length === 0 ? words.none : words.drawn(sample.items.length, sample.drawnFrom.length)}
      </Box>
      {sample.items.length > 0 && (
        <Rows label={words.title}>
          {sample.items.map((item, at) => (
            <ListRow
              key={item.id}
              title={item.service}
              note={`${item.unit}，${dateWords(`${item.day}T04:00:00.000Z`)}，${words.minutes(item.minutes)}`}
              end={
                <Tag tone={item.evidence ? 'ok' : 'warm'} icon={item.evidence ? 'check' : 'alert'}>
                  {item.evidence ? words.evidence : words.noEvidence}
                </Tag>
              }
              last={at === sample.items.length - 1}
            />
          ))}
        </Rows>
      )}
      <SectionHead>{words.again}</SectionHead>
      <Box className="t1 dim k-wrap">{words.againText(sample.seed)}</Box>
    </>
  );
}
