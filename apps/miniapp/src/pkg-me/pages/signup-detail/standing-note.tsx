import type { MySignup } from '@xiaolin/shared-types/signups/schema';
import { standingWords } from '@/features/signups/standing';
import { Note } from '@/shared/ui/surfaces';

/** What a place that is not certain means now, and what comes next. */
export function StandingNote({ signup, now }: { readonly signup: MySignup; readonly now: Date }) {
  const said = standingWords(signup, now);
  if (said === null) return null;
  return (
    <Note tone={said.tone} icon={said.icon} className="mt2">
      {said.words}
    </Note>
  );
}
