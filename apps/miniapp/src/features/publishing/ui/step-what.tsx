import type { OrganizationView } from '@xiaolin/shared-types/organizations/schema';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { ChooseOne } from '@/shared/ui/choices';
import { Chips } from '@/shared/ui/choosers';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { ListRow } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { useState } from 'react';
import type { Desk } from '../desk';
import { errorAt, fieldId } from '../model';
import { CountedText } from './counted-text';
import { Runs } from './runs';
import type { StepProps } from './step-props';

interface StepWhatProps extends StepProps {
  readonly desk: Desk;
  readonly now: Date;
  /** What is published stays with its unit: hours are recorded by the unit that organises (办法 art. 26). */
  readonly organizationFixed: boolean;
}

export function StepWhat(props: StepWhatProps) {
  const { form, onChange, mends, desk } = props;
  return (
    <>
      {desk.organizations.length > 1 && <Organization {...props} />}
      <Category {...props} />
      <Field
        id={fieldId('title')}
        label={words.title}
        hint={words.titleHint}
        maxLength={60}
        value={form.title}
        error={errorAt(mends, fieldId('title'))}
        onChange={(title) => onChange({ title })}
      />
      <CountedText
        id={fieldId('summary')}
        label={words.summary}
        hint={words.summaryHint}
        most={4000}
        value={form.summary}
        error={errorAt(mends, fieldId('summary'))}
        onChange={(summary) => onChange({ summary })}
      />
      <Field
        id={fieldId('audienceText')}
        label={words.audience}
        hint={words.audienceHint}
        optional
        maxLength={100}
        value={form.audienceText}
        error={errorAt(mends, fieldId('audienceText'))}
        onChange={(audienceText) => onChange({ audienceText })}
      />
      <Runs {...props} />
    </>
  );
}

function Organization({ form, onChange, desk, organizationFixed }: StepWhatProps) {
  const [open, setOpen] = useState(false);
  const chosen = desk.organizations.find(({ id }) => id === form.organizationId);
  const choices = desk.organizations.map(({ id, name, kind }) => ({ value: id, title: name, note: kindNote(kind) }));
  return (
    <Box id={fieldId('organizationId')} className="x-q">
      <Heading level={2} className="x-q__t">
        {words.organization}
      </Heading>
      <Box className="x-card x-card--flush p-one mt2">
        <ListRow
          icon="building"
          title={chosen?.name ?? words.mends.organizationId}
          note={organizationFixed ? words.organizationFixed : words.organizationChange}
          onPress={organizationFixed ? undefined : () => setOpen(true)}
          last
        />
      </Box>
      <Sheet open={open} title={words.organization} onClose={() => setOpen(false)}>
        <ChooseOne
          id={fieldId('organization')}
          question={words.organizationChange}
          choices={choices}
          value={form.organizationId}
          onChange={(organizationId) => {
            onChange({ organizationId });
            setOpen(false);
          }}
        />
      </Sheet>
    </Box>
  );
}

const kindNote = (kind: OrganizationView['kind']): string | undefined =>
  kind === 'district' || kind === 'street' ? words.kinds[kind] : undefined;

/** The category brings its cover: seen at once, as residents will. */
function Category({ form, onChange, desk, mends }: StepWhatProps) {
  const chosen = desk.categories.find(({ id }) => id === form.categoryId);
  const error = errorAt(mends, fieldId('categoryId'));
  return (
    <Box id={fieldId('categoryId')} className="x-q">
      <Heading level={2} className="x-q__t">
        {words.category}
      </Heading>
      {error && <Box className="x-q__err">{error}</Box>}
      <Chips
        label={words.category}
        options={desk.categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.categoryId}
        onChange={(categoryId) => onChange({ categoryId })}
      />
      {chosen && (
        <>
          <Cover category={form.cover ?? chosen.cover} className="p-cover mt3" />
          <Box className="t1 dim mt1">{words.coverNote}</Box>
        </>
      )}
    </Box>
  );
}
