import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { MembershipView } from '@xiaolin/shared-types/organizations/schema';
import { useState } from 'react';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';
import { bringToField } from '@/shared/platform/attention';
import { Button } from '@/shared/ui/button';
import { Chips } from '@/shared/ui/choosers';
import { Box, MomentInput } from '@/shared/ui/element';
import { FieldShell } from '@/shared/ui/fields';
import { orderOfHours } from '../api';
import { periodError, type TableFormat } from '../model';
import { useReport } from '../use-report';
import { Formats, Progress } from './parts';

/** Hour records of a unit in a period: what the sheet on the hours page holds. */
export function HoursExport({ places }: { readonly places: readonly MembershipView[] }) {
  const today = districtDay(new Date());
  const [where, setWhere] = useState(places[0]?.organizationId ?? '');
  const [period, setPeriod] = useState({ from: `${today.slice(0, 7)}-01`, to: today });
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const { busy, said, run } = useReport(
    (requestKey) => orderOfHours(where, { ...period, format, requestKey }),
    JSON.stringify([where, period, format]),
  );
  const error = periodError(period, today);
  return (
    <>
      <Box className="t2 dim">{words.hoursAbout}</Box>
      {places.length > 1 && (
        <Box className="mt3">
          <Chips
            label={words.where}
            options={places.map(({ organizationId, organizationName }) => ({
              value: organizationId,
              label: organizationName,
            }))}
            value={where}
            onChange={setWhere}
          />
        </Box>
      )}
      <Box className="row mt2">
        {(['from', 'to'] as const).map((end) => (
          <Box key={end} className={end === 'from' ? 'grow mr2' : 'grow'}>
            <FieldShell id={`report-${end}`} label={words[end]} error={end === 'to' ? error : undefined}>
              <MomentInput
                id={`report-${end}`}
                mode="date"
                className="x-input"
                label={words[end]}
                value={period[end]}
                max={today}
                invalid={error !== undefined}
                onPick={(day) => setPeriod({ ...period, [end]: day })}
              />
            </FieldShell>
          </Box>
        ))}
      </Box>
      <Formats value={format} onChange={setFormat} />
      <Box className="t1 dim mt3">{words.kept}</Box>
      <Progress said={said} />
      <Button
        block
        icon="download"
        className="mt3"
        busy={busy}
        onPress={() => (error === undefined ? void run() : bringToField('report-to'))}
      >
        {words.go}
      </Button>
    </>
  );
}
