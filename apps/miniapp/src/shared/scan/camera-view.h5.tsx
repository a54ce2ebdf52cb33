import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cameraProblems, scannerWords as words } from '../i18n/zh-CN/scanner';
import { keepAwake } from '../platform/keep-awake';
import { useModeClass } from '../platform/preferences';
import { type Answer, AnswerCard } from '../ui/answer-card';
import { Button } from '../ui/button';
import { Box, Heading } from '../ui/element';
import { LiveNote } from '../ui/result';
import { Note } from '../ui/surfaces';
import './camera-view.css';
import type { ScanResult, TakeCode } from './scan';
import { type Camera, useCamera } from './use-camera.h5';
import { pickPicture, readPicture } from './pick-picture.h5';
import { useLooking } from './use-looking.h5';

export interface CameraWanted {
  readonly title: string;
  /** Null: one code is wanted, and whoever asked for it does the rest. */
  readonly take: TakeCode | null;
}

interface CameraViewProps extends CameraWanted {
  readonly onEnd: (result: ScanResult) => void;
}

/**
 * The scanner of browsers. Taking one code after the other, the camera goes on looking while the last answer is still
 * to be read: the next person need not wait for a tap.
 */
export function CameraView({ title, take, onEnd }: CameraViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [working, setWorking] = useState(false);
  const [note, setNote] = useState('');
  const mode = useModeClass();

  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => keepAwake(), []);

  const onText = async (text: string): Promise<boolean> => {
    setNote('');
    if (take === null) {
      onEnd({ kind: 'code', text });
      return true;
    }
    setWorking(true);
    const next = await take(text);
    setWorking(false);
    if (next !== null) setAnswer(next);
    return next !== null;
  };
  useLooking(video, camera.state === 'on', onText);

  const readPhoto = async () => {
    const picture = await pickPicture();
    if (picture === null) return;
    const text = await readPicture(picture);
    if (text === null) setNote(words.notFound);
    else await onText(text);
  };
  const close = () => onEnd({ kind: 'cancelled' });
  const failed = camera.state === 'on' || camera.state === 'asking' ? null : camera.state;
  const hint = camera.state === 'asking' ? words.asking : working ? words.checking : null;
  return (
    <dialog
      ref={dialog}
      className={`${mode} c-cam`}
      aria-labelledby="camera-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Box className="c-cam__bar">
        <Heading level={2} id="camera-title" className="t3 grow">
          {title === '' ? words.title : title}
        </Heading>
        <Button size="s" look="line" onPress={close}>
          {take === null ? words.close : words.done}
        </Button>
      </Box>
      <div className="c-cam__sight">
        {/* Told to play inside the page: iPhones otherwise fill the screen with it. */}
        <video ref={video} className="c-cam__video" muted playsInline aria-label={words.picture} />
        {camera.state === 'on' && <Box className="c-cam__frame" decorative />}
        <Box className="c-cam__answer">
          <AnswerCard answer={answer} />
        </Box>
      </div>
      <Box className="c-cam__foot">
        <LiveNote>
          {failed !== null && (
            <Note tone="warm" className="mb2">
              <Box className="b">{cameraProblems[failed].title}</Box>
              {cameraProblems[failed].todo}
            </Note>
          )}
          {note !== '' && <Note className="mb2">{note}</Note>}
        </LiveNote>
        {failed === null && (
          <Box role="status" className="t2 c-cam__hint">
            {hint ?? (answer === null ? words.hint : words.next)}
          </Box>
        )}
        <Ways
          camera={camera}
          retry={failed !== null && failed !== 'insecure'}
          onPhoto={() => void readPhoto()}
          onType={() => onEnd({ kind: 'type-it', reason: 'chosen' })}
        />
      </Box>
    </dialog>
  );
}

interface WaysProps {
  readonly camera: Camera;
  readonly retry: boolean;
  readonly onPhoto: () => void;
  readonly onType: () => void;
}

/** What else one can do. */
function Ways({ camera, retry, onPhoto, onType }: WaysProps) {
  return (
    <Box className="c-cam__ways">
      {retry && (
        <Button look="line" icon="refresh" onPress={camera.retry}>
          {words.again}
        </Button>
      )}
      {camera.light !== null && (
        <Button look="line" icon="sun" onPress={camera.light.toggle}>
          {camera.light.on ? words.dark : words.light}
        </Button>
      )}
      <Button look="line" icon="image" onPress={onPhoto}>
        {words.photo}
      </Button>
      <Button look="line" onPress={onType}>
        {words.type}
      </Button>
    </Box>
  );
}
