import { districtDay } from '@xiaolin/shared-types/contract/district-time';
import type { MembershipView } from '@xiaolin/shared-types/organizations/schema';
import { useState } from 'react';
import { issuedWords as words } from '@/shared/i18n/zh-CN/issued-certificates';
import { type FileOutcome, savesTables } from '@/shared/platform/open-file';
import { Button } from '@/shared/ui/button';
import { Chips } from '@/shared/ui/choosers';
import { Box, MomentInput } from '@/shared/ui/element';
import { FieldShell } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { exportHours } from '../api';

/** Confirmed hours as a table, for typing into another system by hand. */
export function ExportHours({ places }: { readonly places: readonly MembershipView[] }) {
  const today = districtDay(new Date());
  const [where, setWhere] = useState(places[0]?.organizationId ?? '');
  const [period, setPeriod] = useState({ from: `${today.slice(0, 4)}-01-01`, to: today });
  const [outcome, setOutcome] = useState<FileOutcome | 'working' | null>(null);
  const wrong = period.from === '' || period.to === '' || period.from > period.to || period.to > today;
  if (!savesTables) return <Note className="mt2">{words.onDesk}</Note>;
  const download = async () => {
    if (wrong) return;
    setOutcome('working');
    setOutcome(await exportHours(where, period));
  };
  return (
    <>
      {places.length > 1 && (
        <Box className="mt2">
          <Chips
            label={words.exportWhere}
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
            <FieldShell
              id={`export-${end}`}
              label={words[end]}
              error={end === 'to' && wrong ? words.periodWrong : undefined}
            >
              <MomentInput
                id={`export-${end}`}
                mode="date"
                className="x-input"
                label={words[end]}
                value={period[end]}
                max={today}
                invalid={wrong}
                onPick={(day) => setPeriod({ ...period, [end]: day })}
              />
            </FieldShell>
          </Box>
        ))}
      </Box>
      <Button
        look="line"
        icon="download"
        className="mt3"
        busy={outcome === 'working'}
        onPress={() => void download()}
      >
        {words.download}
      </Button>
      <LiveNote>
        {outcome === 'saved' && (
          <Note tone="ok" className="mt2">
            {words.downloaded}
          </Note>
        )}
        {outcome === 'failed' && (
          <Note tone="warm" className="mt2">
            {words.downloadFailed}
          </Note>
        )}
      </LiveNote>
    </>
  );
}
