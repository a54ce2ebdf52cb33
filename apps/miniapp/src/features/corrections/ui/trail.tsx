import type { CorrectionStep } from '@xiaolin/shared-types/corrections/schema';
import { correctionWords as words } from '@/shared/i18n/zh-CN/corrections';
import { classNames } from '@/shared/ui/class-names';
import { Box } from '@/shared/ui/element';
import { SectionHead } from '@/shared/ui/surfaces';
import { trailLines } from '../model';

/** Everything that happened, the first at the top; nothing is ever taken out of it. */
export function Trail({ trail, now }: { readonly trail: readonly CorrectionStep[]; readonly now: Date }) {
  const lines = trailLines(trail, now);
  return (
    <>
      <SectionHead>{words.trail}</SectionHead>
      <Box as="ol" className="x-ver">
        {lines.map(({ key, title, who, reason }, at) => (
          <Box
            as="li"
            key={key}
            className={classNames('x-ver__i', at === lines.length - 1 && 'x-ver__i--now x-ver__i--last')}
          >
            <Box className="t2 b ink num">{title}</Box>
            <Box className="num">{who}</Box>
            <Box className="t2 ink k-wrap">{reason}</Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
