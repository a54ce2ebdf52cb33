import { deskWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { Box } from '@/shared/ui/element';
import type { DeskRoster } from '../api';

/** How many of how many, the server's own figures. */
export function DeskCounts({ roster }: { readonly roster: DeskRoster }) {
  const figures = [
    { key: 'in', figure: roster.checkedIn, name: words.checkedIn },
    { key: 'out', figure: roster.checkedOut, name: words.checkedOut },
    { key: 'expected', figure: roster.expected, name: words.expected },
  ];
  return (
    <Box className="row mt4" role="group" label={words.counts}>
      {figures.map(({ key, figure, name }) => (
        <Box key={key} className="x-stat">
          <Box className="x-stat__n">{String(figure)}</Box>
          <Box className="t1 dim">{name}</Box>
        </Box>
      ))}
    </Box>
  );
}
