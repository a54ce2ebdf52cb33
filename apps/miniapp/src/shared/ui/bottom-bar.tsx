import type { ReactNode } from 'react';
import { useElderMode } from '../platform/preferences';
import { ElderHelpBar } from './elder-help-bar';
import { Box } from './element';

interface BottomBarProps {
  /** The one main Button (block), and at most one second Button (bare). */
  readonly children: ReactNode;
  /** One line: what happens next. */
  readonly note?: ReactNode;
  readonly noteEnd?: ReactNode;
  /** A second Button (bare, block) on a line of its own; leave room with `k-bar-room`. */
  readonly below?: ReactNode;
}

/** Fixed at the bottom. Give it to Page as `bottom`: the page then leaves room for it. In elder mode the helpers stand in it too. */
export function BottomBar({ children, note, noteEnd, below }: BottomBarProps) {
  const elder = useElderMode();
  return (
    <Box className="x-bar">
      {note !== undefined && (
        <Box className="x-bar__note">
          <Box as="span">{note}</Box>
          {noteEnd !== undefined && (
            <Box as="span" className="row nowrap ml2">
              {noteEnd}
            </Box>
          )}
        </Box>
      )}
      <Box className="x-bar__row">{children}</Box>
      {below}
      {elder && <ElderHelpBar inside />}
    </Box>
  );
}
