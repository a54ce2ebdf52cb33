/** Anything that can be drawn: a frame of the camera, or a photo. */
export type Sight = HTMLVideoElement | ImageBitmap;

type Read = (sight: Sight, width: number, height: number) => Promise<string | null>;

interface NativeDetector {
  detect(source: Sight): Promise<{ readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats?(): Promise<string[]>;
}

/** Chrome on Android reads codes itself; on some desks the class is there and can read nothing. */
async function nativeReader(): Promise<Read | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  if (Detector === undefined) return null;
  try {
    const formats = (await Detector.getSupportedFormats?.()) ?? [];
    if (!formats.includes('qr_code')) return null;
    const detector = new Detector({ formats: ['qr_code'] });
    return async (sight) => (await detector.detect(sight))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

/** Pixels of the longer side: enough for a ticket that fills a third of the frame, a tenth of a phone's photo. */
const longestSide = 800;

async function scriptReader(): Promise<Read> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (sight, width, height) => {
    const scale = Math.min(1, longestSide / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    if (context === null || canvas.width === 0 || canvas.height === 0) return Promise.resolve(null);
    context.drawImage(sight, 0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // Its word for "no code in this picture".
      return Promise.resolve(null);
    }
  };
}

/** The browser's own reader where there is one that works, else ours, which is fetched only then. */
export async function createReader(): Promise<Read> {
  const native = await nativeReader();
  let script: Read | null = null;
  return async (sight, width, height) => {
    try {
      if (native !== null && script === null) return await native(sight, width, height);
    } catch {
      // The service behind it is missing on this device.
    }
    script ??= await scriptReader();
    return script(sight, width, height);
  };
}
