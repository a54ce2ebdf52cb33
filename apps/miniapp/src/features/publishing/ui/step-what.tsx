import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Chips } from '@/shared/ui/choosers';
import { classNames } from '@/shared/ui/class-names';
import { Cover } from '@/shared/ui/cover';
import { Box, Heading } from '@/shared/ui/element';
import { Field, FieldError } from '@/shared/ui/fields';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Sheet } from '@/shared/ui/sheet';
import { Tag } from '@/shared/ui/surfaces';
import { useState } from 'react';
import type { Desk } from '../desk';
import { errorAt, fieldId } from '../model';
import { AudienceSection } from './audience-section';
import { CountedText } from './counted-text';
import { QuestionEditor } from './question-editor';
import { Runs } from './runs';
import type { StepProps } from './step-props';

interface StepWhatProps extends StepProps {
  readonly desk: Desk;
  readonly now: Date;
  /** What is published stays with its unit: hours are recorded by the unit that organises (办法 art. 26). */
  readonly organizationFixed: boolean;
  /** Not where the whole preview stands beside it. */
  readonly withCover: boolean;
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
      {form.runs.some(({ date }) => date !== '') && (
        <>
          <AudienceSection form={form} onChange={onChange} mends={mends} tree={desk.tree} />
          <QuestionEditor form={form} onChange={onChange} mends={mends} />
        </>
      )}
    </>
  );
}

function Organization({ form, onChange, desk, organizationFixed }: StepWhatProps) {
  const [open, setOpen] = useState(false);
  const chosen = desk.organizations.find(({ id }) => id === form.organizationId);
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
        <Rows>
          {desk.organizations.map(({ id, name }, index) => (
            <ListRow
              key={id}
              title={name}
              end={
                id === form.organizationId ? <Tag tone="accent">{words.organizationChosen}</Tag> : undefined
              }
              last={index === desk.organizations.length - 1}
              onPress={() => {
                onChange({ organizationId: id });
                setOpen(false);
              }}
            />
          ))}
        </Rows>
      </Sheet>
    </Box>
  );
}

/** The category brings its cover: seen at once, as residents will. */
function Category({ form, onChange, desk, mends, withCover }: StepWhatProps) {
  const chosen = desk.categories.find(({ id }) => id === form.categoryId);
  const error = errorAt(mends, fieldId('categoryId'));
  return (
    <Box id={fieldId('categoryId')} className={classNames('x-q', error && 'x-q--err')}>
      <Heading level={2} className="x-q__t">
        {words.category}
      </Heading>
      {error && <FieldError id={fieldId('categoryId')}>{error}</FieldError>}
      <Chips
        label={words.category}
        options={desk.categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.categoryId}
        onChange={(categoryId) => onChange({ categoryId })}
      />
      {chosen && withCover && (
        <>
          <Cover category={form.cover ?? chosen.cover} className="p-cover mt3" />
          <Box className="t1 dim mt1">{words.coverNote}</Box>
        </>
      )}
    </Box>
  );
}
