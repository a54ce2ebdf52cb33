import type { Desk } from '@/features/publishing/desk';
import { StepPlace } from '@/features/publishing/ui/step-place';
import { StepRoles } from '@/features/publishing/ui/step-roles';
import { StepSafety } from '@/features/publishing/ui/step-safety';
import { StepWhat } from '@/features/publishing/ui/step-what';
import { Preview } from './preview';
import type { Publishing } from './use-publishing';

interface StepBodyProps {
  readonly publishing: Publishing;
  readonly desk: Desk;
  readonly now: Date;
  /** The preview stands at the side. */
  readonly beside: boolean;
}

export function StepBody({ publishing, desk, now, beside }: StepBodyProps) {
  const { draft, step, shown, roles, published, goToStep } = publishing;
  const { form, change, view } = draft;
  const shared = { form, onChange: change, mends: shown };
  switch (step) {
    case 'what':
      return <StepWhat {...shared} desk={desk} now={now} organizationFixed={published} withCover={!beside} />;
    case 'place':
      return <StepPlace {...shared} />;
    case 'safety': {
      const category = desk.categories.find(({ id }) => id === form.categoryId);
      return (
        <StepSafety
          {...shared}
          activityId={view?.id ?? null}
          cover={form.cover ?? category?.cover ?? 'other'}
        />
      );
    }
    case 'roles':
      return (
        <StepRoles
          activityId={view?.id ?? null}
          form={form}
          roles={roles}
          now={now}
          onFirstStep={() => goToStep('what')}
        />
      );
    case 'preview':
      return <Preview publishing={publishing} desk={desk} now={now} />;
  }
}
