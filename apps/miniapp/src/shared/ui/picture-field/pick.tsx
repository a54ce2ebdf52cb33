import { choosePictures, type ChosenPicture } from '../../platform/pictures';
import { Action } from '../element';
import { Icon } from '../icon';

export interface PickProps {
  readonly id: string;
  readonly label: string;
  /** How many may still be chosen. */
  readonly most: number;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly onChosen: (pictures: readonly ChosenPicture[]) => void;
}

/** Opens WeChat's chooser. */
export function Pick({ id, label, most, onChosen }: PickProps) {
  return (
    <Action id={id} className="k-picker" onPress={() => void choosePictures(most).then(onChosen)}>
      <Icon name="image" size="l" />
      {label}
    </Action>
  );
}
