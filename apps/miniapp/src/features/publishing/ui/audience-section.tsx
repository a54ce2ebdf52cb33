import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { ChooseMany } from '@/shared/ui/choices';
import { Box, Heading } from '@/shared/ui/element';
import { Field, FieldError } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { Button } from '@/shared/ui/button';
import { useState } from 'react';
import { errorAt, fieldId } from '../model';
import type { StepProps } from './step-props';

interface AudienceSectionProps extends StepProps {
  /** The whole tree: somebody else's communities may be invited, too. */
  readonly tree: readonly OrganizationView[];
}

const w = words.who;

/** Who may come; the same for every run. Nothing to fill in for what is for everyone. */
export function AudienceSection({ form, onChange, mends, tree }: AudienceSectionProps) {
  const { audience } = form;
  const [open, setOpen] = useState<'communityIds' | 'universityIds' | null>(null);
  const put = (part: Partial<typeof audience>) => onChange({ audience: { ...audience, ...part } });
  const named = (ids: readonly string[], none: string) =>
    tree
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join('、') || none;
  const error = errorAt(mends, fieldId('audience'));
  return (
    <Box
      id={fieldId('audience')}
      className={error ? 'x-q x-q--err' : 'x-q'}
      role="group"
      labelledBy="who-title"
    >
      <Heading level={2} id="who-title" className="x-q__t">
        {w.title}
      </Heading>
      <Box className="x-q__hint">{w.hint}</Box>
      {error && <FieldError id={fieldId('audience')}>{error}</FieldError>}
      <Box className="mt2">
        <Rows>
          <ListRow
            icon="home"
            title={w.communities}
            note={named(audience.communityIds, w.communitiesNone)}
            onPress={() => setOpen('communityIds')}
          />
          <ListRow
            icon="cert"
            title={w.universities}
            note={named(audience.universityIds, w.universitiesNone)}
            onPress={() => setOpen('universityIds')}
            last
          />
        </Rows>
      </Box>
      {audience.communityIds.length > 0 && audience.universityIds.length > 0 && (
        <Box className="t1 dim mt2">{w.either}</Box>
      )}
      <Box className="row row--top mt2">
        <Box className="grow mr2">
          <Digits
            id="minAge"
            label={w.minAge}
            value={audience.minAge}
            onChange={(minAge) => put({ minAge })}
          />
        </Box>
        <Box className="grow">
          <Digits
            id="maxAge"
            label={w.maxAge}
            value={audience.maxAge}
            onChange={(maxAge) => put({ maxAge })}
          />
        </Box>
      </Box>
      <Box className="t1 dim mt1">{w.ageHint}</Box>
      <Digits
        id="householdLimit"
        label={w.household}
        hint={w.householdHint}
        value={audience.householdLimit}
        onChange={(householdLimit) => put({ householdLimit })}
      />
      {open !== null && (
        <Places
          title={open === 'communityIds' ? w.communities : w.universities}
          tree={tree.filter(({ kind }) =>
            open === 'communityIds' ? kind === 'street' || kind === 'community' : kind === 'university',
          )}
          chosen={audience[open]}
          onChoose={(ids) => put({ [open]: ids })}
          onClose={() => setOpen(null)}
        />
      )}
    </Box>
  );
}

interface DigitsProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Digits = ({ id, ...field }: DigitsProps) => (
  <Field id={fieldId(id)} optional type="digit" maxLength={3} {...field} />
);

interface PlacesProps {
  readonly title: string;
  readonly tree: readonly OrganizationView[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

function Places({ title, tree, chosen, onChoose, onClose }: PlacesProps) {
  return (
    <Sheet open title={title} onClose={onClose}>
      <ChooseMany
        id="audience-places"
        question={title}
        choices={tree.map(({ id, name }) => ({ value: id, title: name }))}
        values={[...chosen]}
        onChange={onChoose}
      />
      <Button block className="mt3" onPress={onClose}>
        {w.done}
      </Button>
    </Sheet>
  );
}
