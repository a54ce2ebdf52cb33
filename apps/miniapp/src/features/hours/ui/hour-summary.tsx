import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { hoursWords } from '@/shared/i18n/zh-CN/hours';
import { Box, Words } from '@/shared/ui/element';
import type { HourTotals } from '../api';
import { withCommas } from '@/shared/i18n/commas';

/** The total as a figure, with the minutes and the rounding rule beside it. */
export function HourSummary({ totals }: { readonly totals: HourTotals }) {
  return (
    <Box className="row row--between wrap k-figures">
      <Box>
        <Box className="t1 dim">{hoursWords.confirmed}</Box>
        <Box className="row row--base">
          <Words className="x-figure">{hoursText(totals.confirmedMinutes)}</Words>
          <Words className="t2 dim ml1">{hoursWords.hours}</Words>
        </Box>
        <Box className="t1 quiet num">{hoursWords.minutesRule(withCommas(totals.confirmedMinutes))}</Box>
      </Box>
      {totals.pendingMinutes > 0 && (
        <Box className="k-figures__end">
          <Box className="t1 dim">{hoursWords.pending}</Box>
          <Box className="row row--base">
            <Words className="t3 num">{hoursText(totals.pendingMinutes)}</Words>
            <Words className="t1 dim ml1">{hoursWords.hours}</Words>
          </Box>
          <Box className="t1 quiet num">{hoursWords.pendingMinutes(withCommas(totals.pendingMinutes))}</Box>
        </Box>
      )}
    </Box>
  );
}
