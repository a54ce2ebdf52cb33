import { useEffect } from 'react';
import { bringToField } from '../platform/attention';
import { Action, Box, Heading } from './element';

export interface FormError {
  /** Id of the Field, ChooseOne, ChooseMany or Consent. */
  readonly field: string;
  /** Says the mend: 填手机号，方便联系您. */
  readonly mend: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  /** Changes with every try to submit, so that the focus comes back here each time. */
  readonly attempt: number;
  /** 还差3处，填好就能提交 where left out. */
  readonly title?: string;
  /** Leads to the field where it is on another step; else it is brought into view. */
  readonly onLead?: (field: string) => void;
}

const summaryId = 'error-summary';

/** On top of a form after a refused submit: how many, then one way to each field. */
export function ErrorSummary({ errors, attempt, title, onLead = bringToField }: ErrorSummaryProps) {
  useEffect(() => {
    if (errors.length > 0 && attempt > 0) bringToField(summaryId);
    // Only a new attempt moves the focus: mending one field must not throw the person back up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <Box as="section" id={summaryId} role="alert" labelledBy={`${summaryId}-title`} className="x-errsum">
      <Heading level={2} id={`${summaryId}-title`} className="t2 b">
        {title ?? `还差${errors.length}处，填好就能提交`}
      </Heading>
      {errors.map(({ field, mend }) => (
        <Action key={field} className="x-errsum__l" onPress={() => onLead(field)}>
          {mend}
        </Action>
      ))}
    </Box>
  );
}
