import { useState } from 'react';
import { partiesText as words } from '@/shared/i18n/zh-CN/parties';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { BirthYearField } from '@/shared/ui/birth-year-field';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import { Note } from '@/shared/ui/surfaces';
import { type DependantForm, kindChoices, mendsOf } from '../model';

interface DependantSheetProps {
  readonly start: DependantForm;
  readonly busy: boolean;
  /** Why it was not saved, in words. */
  readonly problem: string | null;
  readonly onSave: (form: DependantForm) => void;
  readonly onClose: () => void;
}

/** Name and kind; the year of birth only for those who want to go where there is an age limit. */
export function DependantSheet({ start, busy, problem, onSave, onClose }: DependantSheetProps) {
  const [form, setForm] = useState(start);
  const [tried, setTried] = useState(false);
  const mends = tried ? mendsOf(form) : {};
  const save = () => {
    setTried(true);
    if (Object.keys(mendsOf(form)).length === 0) onSave(form);
  };
  return (
    <Confirm
      open
      busy={busy}
      title={start.of === null ? words.addTitle : words.editTitle(start.of.name)}
      confirmLabel={words.save}
      onConfirm={save}
      onClose={onClose}
      consequence={
        <>
          <Field
            id="dependant-name"
            label={words.nameField}
            hint={words.nameHint}
            error={mends.name}
            value={form.name}
            onChange={(name) => setForm({ ...form, name })}
            maxLength={20}
          />
          <ChooseOne
            id="dependant-kind"
            question={words.kindQuestion}
            error={mends.kind}
            choices={kindChoices}
            value={form.kind}
            onChange={(kind) => setForm({ ...form, kind })}
          />
          <BirthYearField
            id="dependant-birth-year"
            value={form.birthYear}
            judged={tried}
            onChange={(birthYear) => setForm({ ...form, birthYear })}
          />
          <Box role="alert">
            {problem !== null && (
              <Note tone="warm" className="mt3">
                {`${words.saveFailed}：${problem}`}
              </Note>
            )}
          </Box>
        </>
      }
    />
  );
}
