import type { EligibilityView } from '@xiaolin/shared-types/signups/audience';
import type { DependantView } from '@xiaolin/shared-types/people/schema';
import { reasonWords } from '@/features/signups/use-eligibility';
import { companionProblem } from '@/features/signups/party';
import { partiesText as words } from '@/shared/i18n/zh-CN/parties';
import { pagePaths } from '@/shared/platform/page-paths';
import { Button } from '@/shared/ui/button';
import { ChooseMany } from '@/shared/ui/choices';
import { Action, Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Note } from '@/shared/ui/surfaces';
import { useState } from 'react';
import { fields, type SignupFormState } from './use-signup-form';

interface PartyQuestionProps {
  readonly form: SignupFormState;
  /** null while they are not known. */
  readonly dependants: readonly DependantView[] | null;
  readonly failed: boolean;
  readonly eligibility: EligibilityView;
  readonly now: Date;
}

/** Who comes along: family and neighbours that are kept, companions by name. All of them get seats, or none. */
export function PartyQuestion({ form, dependants, failed, eligibility, now }: PartyQuestionProps) {
  const { party, seats, limit } = form;
  if (limit < 2) return null;
  const full = seats >= limit;
  return (
    <ChooseMany
      id={fields.party}
      question={words.question}
      hint={words.together(limit)}
      error={form.errors.some(({ field }) => field === fields.party) ? words.tooMany(limit) : undefined}
      choices={(dependants ?? []).map(({ id, name, kind }) => {
        const unfit = eligibility.dependants.find((each) => each.id === id)?.refusal ?? null;
        // Who is chosen already can still be left out.
        if (unfit !== null && !party.dependantIds.includes(id))
          return { value: id, title: name, note: reasonWords(unfit, now), disabled: true };
        const off = full && !party.dependantIds.includes(id);
        const note = off ? `${words.kinds[kind]}，${words.limitReached(limit)}` : words.kinds[kind];
        return { value: id, title: name, note, disabled: off };
      })}
      values={party.dependantIds}
      onChange={(dependantIds) => form.setParty({ ...party, dependantIds })}
    >
      {failed && <Note className="mt2">{words.failed}</Note>}
      <Box className="mt2">
        <Link to={pagePaths.dependants} className="x-link">
          <Icon name="plus" className="mr1" />
          {words.keepPeople}
        </Link>
      </Box>
      <Companions form={form} full={full} />
    </ChooseMany>
  );
}

function Companions({ form, full }: { readonly form: SignupFormState; readonly full: boolean }) {
  const { party, limit } = form;
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const add = () => {
    const problem = companionProblem(name, party);
    setError(problem ?? undefined);
    if (problem !== null) return;
    form.setParty({ ...party, companions: [...party.companions, name.trim()] });
    setName('');
  };
  return (
    <>
      {party.companions.map((companion) => (
        <Box key={companion} className="row row--between mt2">
          <Box as="span" className="t2 b">
            {companion}
          </Box>
          <Action
            className="x-link"
            onPress={() =>
              form.setParty({
                ...party,
                companions: party.companions.filter((each) => each !== companion),
              })
            }
          >
            {words.remove(companion)}
          </Action>
        </Box>
      ))}
      {full ? (
        <Box className="t1 dim mt2">{words.limitReached(limit)}</Box>
      ) : (
        <>
          <Field
            id="companion"
            label={words.companion}
            hint={words.companionHint}
            error={error}
            optional
            value={name}
            onChange={setName}
            onConfirm={add}
            maxLength={20}
          />
          <Button size="s" look="soft" icon="plus" className="mt2" onPress={add}>
            {words.companionAdd}
          </Button>
        </>
      )}
    </>
  );
}
