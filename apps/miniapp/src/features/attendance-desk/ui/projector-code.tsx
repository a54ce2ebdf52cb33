import type { Direction } from '@xiaolin/shared-types/attendance/schema';
import { useMemo } from 'react';
import { projectorWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { pageAddress } from '@/shared/platform/page-address';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box, Picture } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { qrPicture } from '@/shared/ui/qr-picture';
import { leftOf, type ProjectorState, type ShownCode } from '../projector';

interface ProjectorCodeProps {
  readonly shown: ShownCode | null;
  readonly state: ProjectorState;
  readonly way: Direction;
  readonly deviceNow: number;
}

/** The left half: the code, and how long it still stands. A dead code is taken down, never left to be scanned in vain. */
export function ProjectorCode({ shown, state, way, deviceNow }: ProjectorCodeProps) {
  const works = shown !== null && (state === 'live' || state === 'holding');
  return (
    <Box as="section" className="pj__l" label={words.region[way]}>
      <Box className="pj__card">
        {works ? (
          <CodePicture code={shown.view.code} way={way} />
        ) : (
          <Box className="pj__down">
            {state === 'over' && (
              <>
                <Icon name="offline" className="pj__downicon" />
                <Box className="pj__t2 b">{words.offline}</Box>
                <Box className="pj__t3">{words.offlineOver}</Box>
              </>
            )}
          </Box>
        )}
      </Box>
      {works && <NextCode shown={shown} deviceNow={deviceNow} />}
      <Box className="x-weave pj__weave" decorative />
    </Box>
  );
}

function CodePicture({ code, way }: { readonly code: string; readonly way: Direction }) {
  // An address where there is one: the camera of a phone without a scanner of its own opens the page with it.
  const picture = useMemo(() => qrPicture(pageAddress(pagePaths.scan({ c: code })) ?? code), [code]);
  return <Picture src={picture} className="pj__qr" alt={words.region[way]} lazy={false} />;
}

function NextCode({ shown, deviceNow }: { readonly shown: ShownCode; readonly deviceNow: number }) {
  const left = Math.max(0, leftOf(shown, deviceNow));
  const percent = Math.min(100, (left / shown.life) * 100);
  return (
    <Box className="pj__next">
      <Box className="pj__nextbar" decorative>
        <Box className="pj__nextfill" style={{ width: `${percent}%` }} />
      </Box>
      <Box as="span" className="pj__t3 num pj__nextwords">
        {left > 0 ? words.left(Math.ceil(left / 1000)) : words.changing}
      </Box>
    </Box>
  );
}
