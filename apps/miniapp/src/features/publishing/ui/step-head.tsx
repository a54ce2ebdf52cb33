import type { ReactNode } from 'react';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box } from '@/shared/ui/element';
import { type Step, STEPS } from '../model';

interface StepHeadProps {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  /** Whether the draft is kept, and where. */
  readonly saved: ReactNode;
}

/** Where one is among the five steps; each bar leads to its step. */
export function StepHead({ step, onStep, saved }: StepHeadProps) {
  const at = STEPS.indexOf(step);
  return (
    <>
      <Box className="x-steps p-steps" role="group" label={words.stepList}>
        {STEPS.map((each, index) => (
          <Action
            key={each}
            className="p-steps__a"
            label={`${words.progress(index + 1, STEPS.length)}：${words.steps[each]}`}
            current={each === step}
            onPress={() => onStep(each)}
          >
            <Box
              as="span"
              decorative
              className={classNames(
                'x-steps__i',
                'p-steps__i',
                index <= at && 'x-steps__i--on',
                index === at && 'x-steps__i--now',
              )}
            />
          </Action>
        ))}
      </Box>
      <Box className="row row--between row--top t1">
        <Box as="span" className="dim num nowrap mr2">
          {words.progress(at + 1, STEPS.length)}
        </Box>
        {saved}
      </Box>
    </>
  );
}
