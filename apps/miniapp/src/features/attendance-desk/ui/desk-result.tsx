import type { ReactNode } from 'react';
import { deskResultWords as words } from '@/shared/i18n/zh-CN/attendance-desk';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import type { DeskResult } from '../model';
import type { DeskScan } from './use-desk-scan';

/** Yes or no, to be read from an arm's length. Always on the page, so that screen readers hear what appears in it. */
export function DeskResultCard({
  result,
  busy,
  again,
  close,
}: Pick<DeskScan, 'result' | 'busy' | 'again' | 'close'>) {
  return (
    <Box className="w-results">
      <Box role="status">
        {result !== null && result.tone !== 'no' && <Face result={result} close={close} />}
      </Box>
      <Box role="alert">
        {result?.tone === 'no' && (
          <Face result={result} close={close}>
            {result.again && (
              <Button size="s" icon="refresh" look="line" className="mr2" busy={busy} onPress={again}>
                {words.again}
              </Button>
            )}
          </Face>
        )}
      </Box>
    </Box>
  );
}

const badges = { ok: 'check', no: 'close', offline: 'offline' } as const;

interface FaceProps {
  readonly result: DeskResult;
  readonly close: () => void;
  readonly children?: ReactNode;
}

function Face({ result, close, children }: FaceProps) {
  const { tone, title, who, lead, todo, passes } = result;
  return (
    <Box className={`w-result x-res--${tone} mt3`}>
      <Box className="x-res__badge w-result__badge" decorative>
        <Icon name={badges[tone]} />
      </Box>
      <Box className="grow">
        <Heading level={2} className="x-res__t">
          {who === null ? title : `${who} ${title}`}
        </Heading>
        <Box className="t2 b num">{lead}</Box>
        {todo !== null && <Box className="t2 mt1">{todo}</Box>}
        {!passes && (
          <Box className="row mt2">
            {children}
            <Button size="s" look="line" onPress={close}>
              {words.close}
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  );
}
