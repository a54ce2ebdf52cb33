import type { OrganizationSettings } from '@xiaolin/shared-types/organizations/schema';
import { useCallback, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { settingWords as words } from '@/shared/i18n/zh-CN/organization-settings';
import { bringToField } from '@/shared/platform/attention';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { ErrorState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { loadSettings, saveSettings } from '../api';
import { errorsIn, formOf, NUMBER_FIELDS, type RestrictionForm, settingOf } from '../model';

/** Whether repeated absences close sign-up for a while: off until somebody here turns it on. */
export function RestrictionEditor({ organizationId }: { readonly organizationId: string }) {
  const data = usePageData(useCallback(() => loadSettings(organizationId), [organizationId]));
  if (data.value !== null)
    return <Editor organizationId={organizationId} settings={data.value} onSaved={data.replace} />;
  if (data.problem === null) return <Skeleton shape="rows" count={2} />;
  return (
    <ErrorState title={words.failed} onRetry={() => void data.reload()} requestId={data.problem.instance}>
      {problemText(data.problem, new Date())}
    </ErrorState>
  );
}

interface EditorProps {
  readonly organizationId: string;
  readonly settings: OrganizationSettings;
  readonly onSaved: (settings: OrganizationSettings) => void;
}

function Editor({ organizationId, settings, onSaved }: EditorProps) {
  const [form, setForm] = useState<RestrictionForm>(formOf(settings.restriction));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'saved' | Failure | null>(null);
  const errors = errorsIn(form);
  const shown = tried ? errors : {};
  const change = (part: Partial<RestrictionForm>) => {
    setForm({ ...form, ...part });
    setOutcome(null);
  };

  const save = async () => {
    setTried(true);
    const [first] = Object.keys(errors);
    const restriction = settingOf(form, settings.restriction);
    if (restriction === null) return first === undefined ? undefined : bringToField(`restriction-${first}`);
    setBusy(true);
    const result = await saveSettings(organizationId, { ...settings, restriction });
    setBusy(false);
    setOutcome(result.ok ? 'saved' : result.problem);
    if (result.ok) onSaved(result.value);
  };

  return (
    <>
      <ChooseOne
        id="restriction"
        question={words.question}
        hint={words.hint}
        choices={[
          { value: 'off', title: words.off, note: words.offNote },
          { value: 'on', title: words.on, note: words.onNote },
        ]}
        value={form.on ? 'on' : 'off'}
        onChange={(value) => change({ on: value === 'on' })}
      />
      {form.on && (
        <>
          {NUMBER_FIELDS.map((field) => (
            <Field
              key={field}
              id={`restriction-${field}`}
              label={words[field]}
              type="digit"
              maxLength={3}
              error={shown[field]}
              value={form[field]}
              onChange={(written) => change({ [field]: written })}
            />
          ))}
          {Object.keys(errors).length === 0 && (
            <Box className="t2 dim mt3">{words.says(form.noShows, form.withinDays, form.forDays)}</Box>
          )}
        </>
      )}
      <LiveNote>
        {outcome === 'saved' && (
          <Note tone="ok" icon="check" className="mt3">
            {words.saved}
          </Note>
        )}
        {outcome !== null && outcome !== 'saved' && (
          <Note tone="warm" className="mt3">
            {`${words.notSaved}：${problemText(outcome, new Date())}`}
          </Note>
        )}
      </LiveNote>
      <Button block className="mt6" busy={busy} onPress={() => void save()}>
        {words.save}
      </Button>
    </>
  );
}
