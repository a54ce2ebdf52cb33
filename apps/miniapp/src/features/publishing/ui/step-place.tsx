import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Field } from '@/shared/ui/fields';
import { errorAt, fieldId } from '../model';
import type { StepProps } from './step-props';

export function StepPlace({ form, onChange, mends }: StepProps) {
  return (
    <>
      <Field
        id={fieldId('placeName')}
        label={words.placeName}
        hint={words.placeNameHint}
        maxLength={60}
        value={form.placeName}
        error={errorAt(mends, fieldId('placeName'))}
        onChange={(placeName) => onChange({ placeName })}
      />
      <Field
        id={fieldId('placeDetail')}
        label={words.placeDetail}
        hint={words.placeDetailHint}
        optional
        maxLength={60}
        value={form.placeDetail}
        error={errorAt(mends, fieldId('placeDetail'))}
        onChange={(placeDetail) => onChange({ placeDetail })}
      />
      <Field
        id={fieldId('coordinates')}
        label={words.coordinates}
        hint={words.coordinatesHint}
        placeholder={words.coordinatesExample}
        optional
        maxLength={40}
        value={form.coordinates}
        error={errorAt(mends, fieldId('coordinates'))}
        onChange={(coordinates) => onChange({ coordinates })}
      />
    </>
  );
}
