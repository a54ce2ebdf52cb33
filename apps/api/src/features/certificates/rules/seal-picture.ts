const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LEAST = 200;
const MOST = 1_000;

/**
 * Whether these bytes are a picture that fits a seal: a PNG by its content and not by its name, square within 5 %, of
 * 200 to 1,000 pixels, not interlaced (the PDF could not hold it as it is).
 */
export function isSealPicture(bytes: Uint8Array): boolean {
  if (bytes.length < 33 || SIGNATURE.some((byte, at) => bytes[at] !== byte)) return false;
  const whole = (at: number) =>
    ((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0);
  const [width, height] = [whole(16), whole(20)];
  const interlaced = bytes[28] !== 0;
  const within = (pixels: number) => pixels >= LEAST && pixels <= MOST;
  return within(width) && within(height) && Math.abs(width - height) * 20 <= width && !interlaced;
}
