/** Why there is no picture; each has its own sentence and its own way on. */
export type CameraProblem = 'refused' | 'none' | 'busy' | 'insecure';

export interface CameraStream {
  readonly stream: MediaStream;
  /** Null where there is no lamp. */
  readonly light: ((on: boolean) => void) | null;
  readonly stop: () => void;
}

const problems: Readonly<Record<string, CameraProblem>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** The camera at the back, where there is one. Rejects with nothing: a problem is an answer. */
export async function startCamera(): Promise<CameraStream | CameraProblem> {
  // Browsers hide cameras from pages without TLS.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return globalThis.isSecureContext ? 'none' : 'insecure';
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    return {
      stream,
      light: lightOf(stream),
      stop: () => stream.getTracks().forEach((track) => track.stop()),
    };
  } catch (error) {
    return problems[(error as DOMException).name] ?? 'none';
  }
}

function lightOf(stream: MediaStream): ((on: boolean) => void) | null {
  const track = stream.getVideoTracks()[0];
  const can = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  if (track === undefined || can?.torch !== true) return null;
  // TypeScript's list of constraints does not know the lamp.
  const wish = (torch: boolean) => ({ advanced: [{ torch } as MediaTrackConstraintSet] });
  return (on) => void track.applyConstraints(wish(on)).catch(() => undefined);
}
