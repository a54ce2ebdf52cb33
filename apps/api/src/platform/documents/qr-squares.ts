import { encode } from 'uqr';

/** The dark squares of a QR code as one SVG path in a square of `size` points, quiet zone included. */
export function qrPath(text: string, size: number): string {
  // M: a fold or a stamp through the code is read through.
  const { data, size: modules } = encode(text, { ecc: 'M', border: 3 });
  const unit = size / modules;
  const parts: string[] = [];
  for (const [row, line] of data.entries())
    for (let from = 0; from < modules; from += 1) {
      if (line[from] !== true) continue;
      let to = from;
      while (line[to] === true) to += 1;
      // In runs: neighbouring squares drawn one by one show hairlines between them.
      parts.push(
        `M${fixed(from * unit)} ${fixed(row * unit)}H${fixed(to * unit)}V${fixed((row + 1) * unit)}H${fixed(from * unit)}Z`,
      );
      from = to;
    }
  return parts.join('');
}

const fixed = (value: number): string => value.toFixed(3);
