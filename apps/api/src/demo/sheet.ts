import sharp from 'sharp';

const WIDTH = 900;
const HEIGHT = 640;
const ROW = 70;
const COLUMNS = [60, 330, 500, 670, 840];

/** A photographed sign-in sheet, drawn: ruled paper with what could be handwriting, and no name on it. */
export function drawSheet(): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const [red, green, blue] = inkAt(x, y);
      pixels.set([red, green, blue], (y * WIDTH + x) * 3);
    }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

function inkAt(x: number, y: number): readonly [number, number, number] {
  const inTable = x >= 60 && x <= 840 && y >= 80 && y <= 570;
  const onLine = (y - 80) % ROW < 2 || COLUMNS.some((column) => Math.abs(x - column) < 2);
  if (inTable && onLine) return [120, 116, 110];
  if (y > 36 && y < 48 && x > 300 && x < 600) return [70, 66, 62];
  if (inTable && isWriting(x, y)) return [42, 58, 120];
  const shade = Math.round(x / 60 + y / 50);
  return [246 - shade, 243 - shade, 236 - shade];
}

/** A wave in each cell, as long as a word. */
function isWriting(x: number, y: number): boolean {
  const row = Math.floor((y - 80) / ROW);
  const column = COLUMNS.filter((edge) => edge <= x).length;
  const left = (COLUMNS[column - 1] ?? 60) + 24;
  if (x < left || x > left + 70 + ((row * 37 + column * 53) % 60)) return false;
  const middle = 80 + row * ROW + ROW / 2;
  const wave = 11 * Math.sin((x + row * 40) / 5) + 5 * Math.sin((x + column * 31) / 2.3);
  return Math.abs(y - middle - wave) < 2.4;
}
