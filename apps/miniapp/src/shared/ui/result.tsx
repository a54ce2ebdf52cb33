import type { ReactNode } from 'react';
import type { IconName } from '../theme/icons';
import { Box, Heading } from './element';
import { Icon } from './icon';

export type ResultTone = 'ok' | 'wait' | 'offline' | 'flag' | 'no';

interface ResultProps {
  readonly tone: ResultTone;
  /** Three or four words: 签到成功. The h1: give Page `ownHeading`. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Facts, and what to do next. */
  readonly children?: ReactNode;
}

const faces: Record<ResultTone, { icon: IconName; className: string }> = {
  ok: { icon: 'check', className: 'x-res--ok' },
  wait: { icon: 'clock', className: 'x-res--off' },
  offline: { icon: 'offline', className: 'x-res--off' },
  flag: { icon: 'flag', className: 'x-res--flag' },
  no: { icon: 'close', className: 'x-res--no' },
};

/** What came of it, as a whole page (`flush`). Screen readers hear it; it never vanishes by itself. */
export function Result({ tone, title, lead, children }: ResultProps) {
  const face = faces[tone];
  return (
    <Box className={`x-res k-res ${face.className}`}>
      <Box className="x-res__top" role={tone === 'no' ? 'alert' : 'status'}>
        <Box className="x-res__badge" decorative>
          <Icon name={face.icon} />
        </Box>
        <Heading level={1} className="x-res__t">
          {title}
        </Heading>
        {lead !== undefined && <Box className="t2 mt1">{lead}</Box>}
      </Box>
      <Box className="x-res__sheet">{children}</Box>
    </Box>
  );
}

interface LiveNoteProps {
  readonly children: ReactNode;
}

/** Always on the page, empty or not: screen readers announce what appears in it. */
export function LiveNote({ children }: LiveNoteProps) {
  return (
    <Box role="status" className="k-live">
      {children}
    </Box>
  );
}
