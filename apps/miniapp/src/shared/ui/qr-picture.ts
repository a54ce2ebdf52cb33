import { encode } from 'uqr';

/** Light modules around the code: the frame of `x-qr` is white too, so two of its own are enough to reach the four that readers want. */
const quietZone = 2;

/**
 * A QR code as one SVG picture (data URI): one path of horizontal runs, so that the mini-app holds a single image instead
 * of a thousand views. Correction level M survives a scratched or dimmed phone screen.
 */
export const qrPicture = (text: string): string => {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const path = data
    .flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

const darkRuns = (row: readonly boolean[]): [start: number, length: number][] => {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs[runs.length - 1];
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
};
