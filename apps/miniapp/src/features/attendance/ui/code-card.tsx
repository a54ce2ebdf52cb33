import { myCodeWords } from '@/shared/i18n/zh-CN/scanning';
import { canBrighten } from '@/shared/platform/screen';
import { Countdown } from '@/shared/ui/countdown';
import { Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { QrCode } from '@/shared/ui/qr-code';
import { Card } from '@/shared/ui/surfaces';
import { inGroups } from '@/shared/ui/typed-code';
import type { MyCode } from './use-my-code';

interface CodeCardProps {
  readonly code: MyCode;
  readonly name: string;
  /** The shift that it is for; null for any. */
  readonly about: string | null;
  readonly onOver: () => void;
}

/** 256 px with a frame of 12: the code itself stays at the 232 that every scanner reads. */
const codeSize = 256;

/** The volunteer's one-time code: large, black on white, and readable aloud. */
export function CodeCard({ code, name, about, onOver }: CodeCardProps) {
  return (
    <Box>
      <Card flush className="mt2">
        <Box className="x-weave x-weave--health" decorative />
        <Box className="x-tk__b k-center">
          <Heading level={2} className="t3">
            {name}
          </Heading>
          <Box className="t1 dim mt1">{about ?? myCodeWords.lead}</Box>
        </Box>
        <Box className="x-tk__tear" decorative />
        <Box className="k-code">
          <QrCode text={code.code} label={myCodeWords.label} size={codeSize} />
          <Box className="t3 num mt3" label={code.typed.split('').join(' ')} role="img">
            {inGroups(code.typed)}
          </Box>
          <Box className="t1 dim">{myCodeWords.say}</Box>
          {about !== null && <Box className="t1 dim">{myCodeWords.noNetworkNeeded}</Box>}
          <Box className="t1 dim mt2 row">
            <Icon name="refresh" size="s" className="mr1" />
            <Countdown key={code.until} until={code.until} onOver={onOver} />
            <Box as="span">{`，${myCodeWords.renew}`}</Box>
          </Box>
        </Box>
      </Card>
      <Box className="t1 dim mt4 row k-centered">
        <Icon name="sun" className="mr2" />
        <Box as="span">{canBrighten ? myCodeWords.bright : myCodeWords.pleaseBright}</Box>
      </Box>
    </Box>
  );
}
