import { useRef, useState } from 'react';
import { newRequestKey } from '../../api/request-key';
import { problemText } from '../../i18n/problem-text';
import { pictureWords as words } from '../../i18n/zh-CN/pictures';
import type { ChosenPicture } from '../../platform/pictures';
import { sendPicture } from '../../session/pictures';
import { Action, Box, Picture } from '../element';
import { describedBy, FieldShell } from '../fields';
import { Pick } from './pick';
import { Thumb } from './thumb';
import './pictures.css';

interface PictureFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly optional?: boolean;
  readonly most: number;
  /** Ids of pictures that arrived. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** A picture on its way, or one that did not arrive. */
interface Sending {
  readonly key: string;
  readonly picture: ChosenPicture;
  readonly percent: number;
  readonly why: string | null;
}

/** Pictures that go with a form: sent at once, so that the form only names them. For pages of subpackages only. */
export function PictureField(props: PictureFieldProps) {
  const { id, label, hint = words.rule, error, optional, most, value, onChange } = props;
  const [sending, setSending] = useState<readonly Sending[]>([]);
  // Several arrive while the page still holds an older list.
  const arrived = useRef(value);
  arrived.current = value;

  const patch = (key: string, change: Partial<Sending>) =>
    setSending((before) => before.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const send = async (key: string, picture: ChosenPicture) => {
    patch(key, { why: null, percent: 0 });
    const result = await sendPicture(picture, key, (percent) => patch(key, { percent }));
    if (!result.ok) {
      patch(key, { why: problemText(result.problem, new Date()) });
      return;
    }
    setSending((before) => before.filter((each) => each.key !== key));
    arrived.current = [...arrived.current, result.value.id];
    onChange(arrived.current);
  };
  const begin = (pictures: readonly ChosenPicture[]) => {
    const fresh = pictures.map((picture) => ({ key: newRequestKey(), picture, percent: 0, why: null }));
    setSending((before) => [...before, ...fresh]);
    for (const { key, picture } of fresh) void send(key, picture);
  };
  const room = most - value.length - sending.length;

  return (
    <FieldShell id={id} label={label} hint={hint} error={error} optional={optional}>
      <Box className="k-pics" role="group" label={label}>
        {value.map((pictureId, at) => (
          <Thumb key={pictureId} id={pictureId} number={at + 1}>
            <Action
              className="k-pic__act"
              label={words.remove(at + 1)}
              onPress={() => onChange(value.filter((each) => each !== pictureId))}
            >
              {words.removeShort}
            </Action>
          </Thumb>
        ))}
        {sending.map((one) => (
          <OnItsWay
            key={one.key}
            one={one}
            onAgain={() => void send(one.key, one.picture)}
            onRemove={() => setSending((before) => before.filter(({ key }) => key !== one.key))}
          />
        ))}
        {room > 0 && (
          <Pick
            id={id}
            label={words.add}
            most={room}
            describedBy={describedBy(id, hint, error)}
            invalid={error !== undefined}
            onChosen={begin}
          />
        )}
      </Box>
      <Box className="t1 dim num" role="status">
        {sending.some(({ why }) => why === null)
          ? words.sending(Math.min(...sending.map(({ percent }) => percent)))
          : words.count(value.length, most)}
      </Box>
    </FieldShell>
  );
}

interface OnItsWayProps {
  readonly one: Sending;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

function OnItsWay({ one, onAgain, onRemove }: OnItsWayProps) {
  return (
    <Box className="k-pic">
      <Box className="k-pic__frame">
        <Picture className="k-pic__img" src={one.picture.url} alt="" lazy={false} />
      </Box>
      {one.why === null ? (
        <Box className="t1 dim num">{`${one.percent}%`}</Box>
      ) : (
        <>
          <Box className="t1 warm" role="alert">
            {one.why}
          </Box>
          <Action className="k-pic__act" onPress={onAgain}>
            {words.again}
          </Action>
          <Action className="k-pic__act" onPress={onRemove}>
            {words.removeShort}
          </Action>
        </>
      )}
    </Box>
  );
}
