import type { ActivityForm } from '../form';
import type { Mend } from '../model';

/** What every step of the form gets. */
export interface StepProps {
  readonly form: ActivityForm;
  readonly onChange: (part: Partial<ActivityForm>) => void;
  readonly mends: readonly Mend[];
}
