import type { ReactNode } from 'react';
import type { IconName } from '../theme/icons';
import { Box, Heading } from './element';
import { Icon } from './icon';

/** `flag`: nothing is wrong, but somebody should look (a ticket that was used before). */
export type AnswerTone = 'ok' | 'flag' | 'no';

export interface Answer {
  readonly tone: AnswerTone;
  /** The person and the answer in one line: 段丽华 可以进 */
  readonly title: string;
  readonly lead: string;
  readonly more: string | null;
}

const icons: Record<AnswerTone, IconName> = { ok: 'check', flag: 'flag', no: 'close' };

interface AnswerCardProps {
  readonly answer: Answer | null;
  /** Small buttons below the words. */
  readonly children?: ReactNode;
}

/** Yes or no, to be read from an arm's length. Always on the page, so that screen readers hear what appears in it. */
export function AnswerCard({ answer, children }: AnswerCardProps) {
  const face = answer !== null && <Face answer={answer}>{children}</Face>;
  return (
    <Box className="k-answers">
      <Box role="status">{answer?.tone !== 'no' && face}</Box>
      <Box role="alert">{answer?.tone === 'no' && face}</Box>
    </Box>
  );
}

function Face({ answer, children }: { readonly answer: Answer; readonly children: ReactNode }) {
  const { tone, title, lead, more } = answer;
  return (
    <Box className={`k-answer x-res--${tone} mt3`}>
      <Box className="x-res__badge k-answer__badge" decorative>
        <Icon name={icons[tone]} />
      </Box>
      <Box className="grow">
        <Heading level={2} className="x-res__t">
          {title}
        </Heading>
        <Box className="t2 b num">{lead}</Box>
        {more !== null && <Box className="t2 mt1 num">{more}</Box>}
        <Box className="row mt2 k-wrap">{children}</Box>
      </Box>
    </Box>
  );
}
