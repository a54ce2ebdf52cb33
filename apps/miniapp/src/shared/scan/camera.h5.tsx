import { createRoot } from 'react-dom/client';
import { CameraView, type CameraWanted } from './camera-view.h5';
import type { ScanResult } from './scan';

/** Over whatever page is open, until a code was read (one is wanted) or the person closes it. */
export const openCamera = (wanted: CameraWanted): Promise<ScanResult> =>
  new Promise((resolve) => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = createRoot(host);
    const end = (result: ScanResult) => {
      root.unmount();
      host.remove();
      resolve(result);
    };
    root.render(<CameraView {...wanted} onEnd={end} />);
  });
