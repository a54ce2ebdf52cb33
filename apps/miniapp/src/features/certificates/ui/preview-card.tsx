import type { CertificatePreview } from '@xiaolin/shared-types/certificates/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { useState } from 'react';
import { dayInFull } from '@/shared/i18n/moments';
import { askWords as words, certificateWords } from '@/shared/i18n/zh-CN/certificates';
import { Box, Words } from '@/shared/ui/element';
import { Button } from '@/shared/ui/button';
import { Card, Fact, Note } from '@/shared/ui/surfaces';
import { commas, periodText } from '../model';

const FIRST = 5;

/** What will stand on the paper, before anybody presses anything. */
export function PreviewCard({ preview }: { readonly preview: CertificatePreview }) {
  const [all, setAll] = useState(false);
  const shown = all ? preview.records : preview.records.slice(0, FIRST);
  return (
    <>
      {preview.replaces !== null && preview.recordCount > 0 && (
        <Note tone="earth" className="mt3">
          {words.replaces(preview.replaces)}
        </Note>
      )}
      <Card className="mt3">
        <Box className="row row--base wrap">
          <Words className="x-figure">{hoursText(preview.totalMinutes)}</Words>
          <Words className="t2 dim ml1">{certificateWords.hoursUnit}</Words>
          <Words className="t1 quiet num ml2">
            {`${certificateWords.minutes(commas(preview.totalMinutes))} · ${certificateWords.records(preview.recordCount)}`}
          </Words>
        </Box>
        <Box className="mt3">
          <Fact name={words.name}>{preview.holderName}</Fact>
          <Fact name={certificateWords.unit}>{preview.unitName}</Fact>
          <Fact name={certificateWords.during}>{periodText(preview)}</Fact>
        </Box>
        <Box className="t1 dim mt1">{words.nameHint}</Box>
        {preview.pendingMinutes > 0 && (
          <Note className="mt3">{words.pending(commas(preview.pendingMinutes))}</Note>
        )}
        {shown.map((record) => (
          <Box key={record.startsAt} className="x-kv">
            <Box as="span" className="grow">
              <Box as="span" className="b k-block">
                {record.serviceName}
              </Box>
              <Box as="span" className="t1 dim num k-block">
                {`${dayInFull(record.day)}，${record.content}`}
              </Box>
            </Box>
            <Box as="span" className="num ml3">
              {certificateWords.minutes(commas(record.minutes))}
            </Box>
          </Box>
        ))}
        {preview.records.length > FIRST && (
          <Button look="bare" size="s" className="mt2" onPress={() => setAll(!all)}>
            {all ? words.fold : words.showAll(preview.records.length)}
          </Button>
        )}
        {all && preview.recordCount > preview.records.length && (
          <Box className="t1 dim">{words.listed(preview.records.length)}</Box>
        )}
      </Card>
    </>
  );
}
