import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { loadRoles } from '@/features/publishing/api';
import type { Desk } from '@/features/publishing/desk';
import type { Editing } from '@/features/publishing/draft-store';
import { blankForm } from '@/features/publishing/form';
import {
  editableAs,
  fieldId,
  formMends,
  type Mend,
  missingMends,
  type Step,
} from '@/features/publishing/model';
import { useDraft } from '@/features/publishing/ui/use-draft';
import type { Roles } from '@/features/publishing/ui/step-roles';
import type { Result } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { bringToField } from '@/shared/platform/attention';
import { scrollToTop } from '@/shared/platform/navigation';
import { useCallback, useEffect, useState } from 'react';

const once = (mends: readonly Mend[]): readonly Mend[] =>
  mends.filter(({ field }, at) => mends.findIndex((each) => each.field === field) === at);

/** Everything that stands between the draft and its residents, each once. */
const mendsOf = ({ form, view, refusals }: Editing): readonly Mend[] =>
  once([...formMends(form), ...refusals, ...(view === null ? [] : missingMends(view, form))]);

/** Not filled in yet is no mistake yet. */
const untouched = new Set([fieldId('title'), fieldId('categoryId')]);

const noRoles: Result<Roles> = { ok: true, value: { items: [] } };

/** Everything the pages of the five steps share: the draft, where one is, and what has to be mended. */
export function usePublishing(desk: Desk, opened: StaffActivityView | null) {
  const { draft, latest } = useDraft(blankForm(desk.defaults, new Date()), opened);
  const { form, view, refusals, saving } = draft;
  const [step, setStep] = useState<Step>('what');
  const [attempt, setAttempt] = useState(0);
  const [wanted, setWanted] = useState<string | null>(null);
  const activityId = view?.id ?? null;
  const load = useCallback(
    () => (activityId === null ? Promise.resolve(noRoles) : loadRoles(activityId)),
    [activityId],
  );
  const roles = usePageData<Roles>(load);

  const unsaveable = formMends(form);
  const all = mendsOf(draft);
  // Before the first try to publish, only what keeps the draft from being saved is worth a word at its field.
  const early = saving.kind === 'unfinished' ? unsaveable.filter(({ field }) => !untouched.has(field)) : [];

  useEffect(() => {
    if (wanted === null) return;
    bringToField(wanted);
    setWanted(null);
  }, [wanted, step]);

  const goToStep = (next: Step) => {
    setStep(next);
    scrollToTop();
  };
  const refuse = (): false => {
    setAttempt((count) => count + 1);
    return false;
  };
  return {
    draft,
    step,
    goToStep,
    roles,
    attempt,
    published: view !== null && editableAs(view.status) === 'published',
    all,
    unsaveable,
    shown: attempt > 0 ? all : once([...early, ...refusals]),
    /** Shows what keeps the server from taking it; true when nothing does. */
    checkSaveable: (): boolean => unsaveable.length === 0 || refuse(),
    /** After a save: shows what is missing to publish; true when nothing is. */
    checkWhole: (): boolean => {
      const now = latest();
      return (mendsOf(now).length === 0 && now.theirs === null && now.saving.kind === 'saved') || refuse();
    },
    refuse,
    lead: (field: string) => {
      const to = all.find((mend) => mend.field === field)?.step ?? step;
      setStep(to);
      setWanted(field);
    },
  };
}

export type Publishing = ReturnType<typeof usePublishing>;
