import { MOST_PICTURES } from '@xiaolin/shared-types/corrections/schema';
import { raiseWords as words } from '@/shared/i18n/zh-CN/corrections';
import { Field } from '@/shared/ui/fields';
import { PictureField } from '@/shared/ui/picture-field';
import type { Raising } from './use-raising';

/** The questions that both forms ask. */
export function SharedQuestion({ raising }: { readonly raising: Raising }) {
  const { draft, most, question, lacking, change } = raising;
  if (question === 'minutes')
    return (
      <Field
        id="minutes"
        label={words.minutes}
        hint={words.minutesHint(most)}
        error={lacking ? words.minutesMend(most) : undefined}
        type="digit"
        maxLength={4}
        value={draft.minutes}
        onChange={(minutes) => change({ minutes })}
      />
    );
  if (question === 'words')
    return (
      <Field
        id="words"
        label={words.words}
        hint={words.wordsHint}
        error={lacking ? words.wordsMend : undefined}
        multiline
        maxLength={500}
        value={draft.words}
        onChange={(written) => change({ words: written })}
      />
    );
  if (question === 'pictures')
    return (
      <PictureField
        id="pictures"
        label={words.pictures}
        hint={words.picturesHint}
        optional
        most={MOST_PICTURES}
        value={draft.pictureIds}
        onChange={(pictureIds) => change({ pictureIds })}
      />
    );
  return null;
}
