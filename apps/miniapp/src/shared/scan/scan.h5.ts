import type { ScanResult, TakeCode } from './scan';

/**
 * Browsers have no scanner, so there is one of our own, a download of its own. Where it gets no camera it says why and
 * offers a photo or the 8 characters.
 */
export const canScan = (): boolean => true;

const camera = () => import('./camera.h5');

/** The scanner could not be fetched: then one types. */
const unavailable = { kind: 'type-it', reason: 'no-camera' } as const;

export const scanCode = async (title = ''): Promise<ScanResult> => {
  try {
    const { openCamera } = await camera();
    return await openCamera({ title, take: null });
  } catch {
    return unavailable;
  }
};

export const scanOneByOne = async (
  title: string,
  take: TakeCode,
): Promise<Exclude<ScanResult, { kind: 'code' }>> => {
  try {
    const { openCamera } = await camera();
    const end = await openCamera({ title, take });
    return end.kind === 'code' ? { kind: 'cancelled' } : end;
  } catch {
    return unavailable;
  }
};
