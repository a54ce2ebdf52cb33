import sharp from 'sharp';
import { Refusal } from '../http/refusal.js';
import { pictureKind } from './picture-kind.js';

/** A picture made by us: nothing of the file that was sent is in it but what the eye sees. */
export interface OwnPicture {
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of a picture that is decoded line by line. */
const MOST_PIXELS = 64_000_000;
/** Pixels of one that a decoder holds whole: a progressive JPEG, an interlaced PNG, every WebP. */
const MOST_WHOLE_PIXELS = 20_000_000;
/** Bytes that we keep of one picture: evidence, not art. */
const MOST_KEPT_BYTES = 1024 * 1024;

/** Longest side in pixels and quality; the next where a picture is still too large, the last always fits. */
const SIZES = [
  { side: 1_600, quality: 80 },
  { side: 1_600, quality: 60 },
  { side: 1_200, quality: 55 },
  { side: 800, quality: 45 },
] as const;

// Only the three decoders that are asked for: libvips knows some thirty more (SVG and PDF among them), each of
// them another surface.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// A picture may take a core, not all of them; and there is nothing that would be decoded twice.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes, turns as the camera was held, makes it smaller and writes a plain JPEG: no metadata (place, device, time),
 * no second picture, no bytes behind its end.
 *
 * @throws Refusal `picture.wrong-type`, `picture.unreadable`, `picture.too-many-pixels` before anything is decoded.
 */
export async function reEncode(sent: Uint8Array): Promise<OwnPicture> {
  if (pictureKind(sent) === null) throw new Refusal('picture.wrong-type');
  await refuseTooManyPixels(sent);
  let made = await encode(sent, SIZES[0]);
  for (const size of SIZES.slice(1)) {
    if (made.bytes.length <= MOST_KEPT_BYTES) break;
    made = await encode(sent, size);
  }
  return made;
}

async function refuseTooManyPixels(sent: Uint8Array): Promise<void> {
  const { format, width, height, isProgressive, pages } = await readable(() =>
    sharp(sent, { limitInputPixels: false }).metadata(),
  );
  const whole = format === 'webp' || isProgressive === true || (pages ?? 1) > 1;
  const most = whole ? MOST_WHOLE_PIXELS : MOST_PIXELS;
  if (width * height > most) throw new Refusal('picture.too-many-pixels', { megapixels: most / 1_000_000 });
}

async function encode(sent: Uint8Array, { side, quality }: (typeof SIZES)[number]): Promise<OwnPicture> {
  const { data, info } = await readable(() =>
    sharp(sent, { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true, pages: 1 })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true }),
  );
  return { bytes: data, width: info.width, height: info.height };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    // Whatever the decoder says is about the file: it is the sender's to mend.
    throw new Refusal('picture.unreadable');
  }
}
