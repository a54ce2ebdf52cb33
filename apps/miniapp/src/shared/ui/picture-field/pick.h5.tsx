import { Icon } from '../icon';
import type { PickProps } from './pick';

export type { PickProps } from './pick';

/** The browser's own file input over the words: keyboard, screen reader and camera come with it. */
export function Pick({ id, label, most, describedBy, invalid, onChosen }: PickProps) {
  return (
    <span className="k-picker">
      <Icon name="image" size="l" />
      {label}
      <input
        id={id}
        type="file"
        className="k-picker__input"
        // Without HEIC in it, an iPhone hands over a JPEG.
        accept="image/jpeg,image/png,image/webp"
        multiple={most > 1}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])].slice(0, most);
          // The same file may be chosen again after it was taken away.
          target.value = '';
          onChosen(files.map((file) => ({ url: URL.createObjectURL(file), file })));
        }}
      />
    </span>
  );
}
