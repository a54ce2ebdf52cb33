import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

/** What a pretended camera sees: Chromium plays a file of raw frames, over and over, as if it were the device. */

const WIDTH = 640;
const HEIGHT = 480;
const GREY = 150;

/**
 * @typedef {object} Scene
 * @property {string | null} code what the QR code says; null: an empty wall
 * @property {number} seconds
 */

/** @param {string | null} code */
function frameOf(code) {
  const luma = Buffer.alloc(WIDTH * HEIGHT, GREY);
  if (code !== null) {
    const modules = encodeQR(code, 'raw', { border: 4 });
    const size = modules.length;
    const scale = Math.floor((HEIGHT - 60) / size);
    const left = Math.floor((WIDTH - size * scale) / 2);
    const top = Math.floor((HEIGHT - size * scale) / 2);
    for (let y = 0; y < size * scale; y += 1)
      for (let x = 0; x < size * scale; x += 1)
        luma[(top + y) * WIDTH + left + x] = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]
          ? 25
          : 230;
  }
  // Both colour planes, each a quarter of the size: no colour.
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

/**
 * Writes the film, at two frames a second.
 * @param {string} file @param {Scene[]} scenes
 * @returns {string} the file
 */
export function filmCodes(file, scenes) {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F2:1 Ip A1:1 C420jpeg\n`);
  const frames = scenes.flatMap(({ code, seconds }) => Array(seconds * 2).fill(frameOf(code)));
  writeFileSync(file, Buffer.concat([head, ...frames]));
  return file;
}

/** What the browser is started with to see it. @param {string} film */
export const withFilm = (film) => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];
