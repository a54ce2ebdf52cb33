import { totalsWords as words } from '@/shared/i18n/zh-CN/service-totals';
import { Box, Heading } from '@/shared/ui/element';
import { Card } from '@/shared/ui/surfaces';
import type { ServiceTotals } from '../api';
import { missingHours, progressOf } from '../model';

/** Stars in words, as a row, and as the way to the next; our own display, and it says so. */
export function Stars({ totals }: { readonly totals: ServiceTotals }) {
  const { stars, total } = totals;
  const missing = missingHours(stars, total.confirmedMinutes);
  return (
    <Card as="section" className="mt4" label={words.stars}>
      <Box className="row row--between wrap">
        <Heading level={2} className="t3">
          {words.starsOf(stars.stars)}
        </Heading>
        <Box as="span" decorative className="v-stars">
          {stars.steps.map((step, at) => (
            <Box as="span" key={step} className={at < stars.stars ? 'v-star v-star--on' : 'v-star'}>
              {at < stars.stars ? '★' : '☆'}
            </Box>
          ))}
        </Box>
      </Box>
      <Box decorative className="v-way mt2">
        <Box className="v-way__done" style={{ width: `${progressOf(stars, total.confirmedMinutes)}%` }} />
      </Box>
      <Box className="t2 num mt2">{missing === null ? words.top : words.next(missing)}</Box>
      <Box className="t1 dim num mt1">{words.steps(stars.steps.join('、'))}</Box>
    </Card>
  );
}
