import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { SwitchRow } from '@/shared/ui/choices';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Icon } from '@/shared/ui/icon';
import { Note } from '@/shared/ui/surfaces';
import { useEffect, useState } from 'react';
import { draftApi, type Earlier, findEarlier } from '../api';
import { errorAt, fieldId } from '../model';
import { CountedText } from './counted-text';
import type { StepProps } from './step-props';

interface StepSafetyProps extends StepProps {
  readonly activityId: string | null;
  /** The cover of the category: what was held before under the same one is near enough to read again. */
  readonly cover: string;
}

export function StepSafety(props: StepSafetyProps) {
  const { form, onChange, mends } = props;
  return (
    <>
      <CountedText
        id={fieldId('riskText')}
        label={words.risk}
        hint={words.riskHint}
        most={500}
        value={form.riskText}
        error={errorAt(mends, fieldId('riskText'))}
        onChange={(riskText) => onChange({ riskText })}
      >
        <ReuseRisk {...props} />
      </CountedText>
      <Responsible {...props} />
      <Box className="mt6">
        <SwitchRow
          id={fieldId('hazardous')}
          title={words.hazardous}
          note={words.hazardousNote}
          on={form.hazardous}
          onChange={(hazardous) => onChange({ hazardous })}
        />
      </Box>
      {form.hazardous && <Insurance {...props} />}
    </>
  );
}

/** Offered only while nothing is written, so that it takes nothing away. */
function ReuseRisk({ form, onChange, activityId, cover }: StepSafetyProps) {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [busy, setBusy] = useState(false);
  const empty = form.riskText.trim() === '';
  const { organizationId } = form;
  useEffect(() => {
    let here = true;
    if (empty) void findEarlier(organizationId, cover, activityId).then((found) => here && setEarlier(found));
    return () => {
      here = false;
    };
  }, [empty, organizationId, cover, activityId]);
  if (!empty || earlier === null) return null;
  const reuse = async () => {
    setBusy(true);
    const result = await draftApi.read(earlier.id);
    setBusy(false);
    if (result.ok) onChange({ riskText: result.value.draft.riskText });
  };
  return (
    <Action className="x-link row t1" disabled={busy} onPress={() => void reuse()}>
      <Icon name="copy" size="s" className="mr1" />
      {words.reuseRisk(earlier.title)}
    </Action>
  );
}

/** 志愿服务记录与证明出具办法 art. 8: a person in charge, and how to reach them. */
function Responsible({ form, onChange, mends }: StepSafetyProps) {
  return (
    <Box className="x-q" role="group" labelledBy={fieldId('responsible-title')}>
      <Heading level={2} id={fieldId('responsible-title')} className="x-q__t">
        {words.responsible}
      </Heading>
      <Box className="x-q__hint">{words.responsibleHint}</Box>
      <Field
        id={fieldId('responsibleName')}
        label={words.responsibleName}
        maxLength={20}
        value={form.responsibleName}
        error={errorAt(mends, fieldId('responsibleName'))}
        onChange={(responsibleName) => onChange({ responsibleName })}
      />
      <Field
        id={fieldId('responsiblePhone')}
        label={words.responsiblePhone}
        type="tel"
        maxLength={20}
        value={form.responsiblePhone}
        error={errorAt(mends, fieldId('responsiblePhone'))}
        onChange={(responsiblePhone) => onChange({ responsiblePhone })}
      />
    </Box>
  );
}

/** 志愿服务条例 art. 17: accident insurance before hazardous work. */
function Insurance({ form, onChange, mends }: StepSafetyProps) {
  return (
    <>
      <Note tone={form.insuranceText.trim() === '' ? 'earth' : 'ok'} icon="shield" className="mt2">
        <Box>{words.insuranceFirst}</Box>
        {form.insuranceText.trim() === '' && <Box className="b">{words.insuranceMissing}</Box>}
      </Note>
      <CountedText
        id={fieldId('insuranceText')}
        label={words.insurance}
        hint={words.insuranceHint}
        most={200}
        value={form.insuranceText}
        error={errorAt(mends, fieldId('insuranceText'))}
        onChange={(insuranceText) => onChange({ insuranceText })}
      />
    </>
  );
}
