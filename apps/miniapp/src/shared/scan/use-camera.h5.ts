import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type CameraProblem, type CameraStream, startCamera } from './camera-stream.h5';

export interface Camera {
  readonly state: 'asking' | 'on' | CameraProblem;
  readonly retry: () => void;
  readonly light: { readonly on: boolean; readonly toggle: () => void } | null;
}

/** The camera's picture in the element for as long as it is on the page. */
export function useCamera(video: RefObject<HTMLVideoElement>): Camera {
  const [state, setState] = useState<Camera['state']>('asking');
  const [attempt, setAttempt] = useState(0);
  const [lit, setLit] = useState(false);
  const running = useRef<CameraStream | null>(null);

  useEffect(() => {
    let gone = false;
    setState('asking');
    setLit(false);
    void startCamera().then(async (started) => {
      if (typeof started === 'string') {
        if (!gone) setState(started);
        return;
      }
      const element = video.current;
      if (gone || element === null) {
        started.stop();
        return;
      }
      running.current = started;
      // Unplugged, or taken away by a call.
      started.stream.getVideoTracks()[0]?.addEventListener('ended', () => setState('busy'));
      element.srcObject = started.stream;
      await element.play().catch(() => undefined);
      if (!gone) setState('on');
    });
    return () => {
      gone = true;
      running.current?.stop();
      running.current = null;
    };
  }, [video, attempt]);

  const light = state === 'on' ? (running.current?.light ?? null) : null;
  return {
    state,
    retry: useCallback(() => setAttempt((before) => before + 1), []),
    light:
      light === null
        ? null
        : {
            on: lit,
            toggle: () => {
              light(!lit);
              setLit(!lit);
            },
          },
  };
}
