import type { ScanResult } from './scan';

interface DetectedBarcode {
  readonly rawValue: string;
}
type BarcodeDetectorClass = new (options: { formats: string[] }) => {
  detect(image: ImageBitmap): Promise<DetectedBarcode[]>;
};

const barcodeDetector = (): BarcodeDetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;

export const canScan = (): boolean => barcodeDetector() !== undefined;

const takePhoto = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.setAttribute('capture', 'environment');
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

/**
 * Browsers have no scanner. Where the browser can read codes itself (Chrome on Android) the person takes one photo of
 * the code; everywhere else they type the 8 characters under it.
 */
export const scanCode = async (): Promise<ScanResult> => {
  const Detector = barcodeDetector();
  if (!Detector) return { kind: 'type-it', reason: 'no-camera' };
  const photo = await takePhoto();
  if (!photo) return { kind: 'cancelled' };
  try {
    const found = await new Detector({ formats: ['qr_code'] }).detect(await createImageBitmap(photo));
    const text = found[0]?.rawValue;
    return text ? { kind: 'code', text } : { kind: 'type-it', reason: 'not-found' };
  } catch {
    return { kind: 'type-it', reason: 'not-found' };
  }
};
