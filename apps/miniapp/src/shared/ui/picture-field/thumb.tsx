import { type ReactNode, useEffect, useState } from 'react';
import { pictureWords as words } from '../../i18n/zh-CN/pictures';
import { enlarge } from '../../platform/pictures';
import { fetchPicture } from '../../session/pictures';
import { Action, Box, Picture } from '../element';
import { Icon } from '../icon';
import { Sheet } from '../sheet';

interface ThumbProps {
  readonly id: string;
  readonly number: number;
  readonly children?: ReactNode;
}

/** One picture, small; a tap shows it as large as the screen. */
export function Thumb({ id, number, children }: ThumbProps) {
  const [src, setSrc] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let gone = false;
    void fetchPicture(id).then((found) => {
      if (gone) return;
      setSrc(found);
      setFailed(found === null);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return (
    <Box className="k-pic">
      {src === null ? (
        <Box className="k-pic__frame" label={failed ? words.failed : words.picture(number)} role="img">
          <Icon name={failed ? 'alert' : 'image'} />
        </Box>
      ) : (
        <Action
          className="k-pic__frame"
          label={words.enlarge(number)}
          onPress={() => {
            if (!enlarge([src], src)) setOpen(true);
          }}
        >
          <Picture className="k-pic__img" src={src} alt="" lazy={false} />
        </Action>
      )}
      {children}
      <Sheet open={open} title={words.picture(number)} onClose={() => setOpen(false)}>
        {src !== null && (
          <Picture className="k-pic__large" src={src} alt={words.picture(number)} lazy={false} />
        )}
      </Sheet>
    </Box>
  );
}
