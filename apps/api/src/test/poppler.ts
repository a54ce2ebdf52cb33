import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';

/* The reader that is not ours: what it finds in a PDF is what people's own programs find. */

/** Whether this machine has the reader. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler) {
  const mend = 'Install poppler-utils.';
  if (process.env['CI'] === 'true') throw new Error(`specs of PDFs cannot run. ${mend}`);
  process.stderr.write(`\n!! SKIPPED: what pdftotext and pdftoppm find in a PDF. ${mend}\n\n`);
}

export const describeWithPoppler: typeof describe.skip = hasPoppler ? describe : describe.skip;

function withFile<T>(pdf: Uint8Array, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xiaolin-pdf-'));
  try {
    writeFileSync(join(folder, 'it.pdf'), pdf);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text, pages apart by form feeds. */
export const textOf = (pdf: Uint8Array): string =>
  withFile(pdf, (folder) =>
    execFileSync('pdftotext', ['-layout', 'it.pdf', '-'], { cwd: folder, encoding: 'utf8' }),
  );

/** Fonts as `pdffonts` lists them, a line each. */
export const fontsOf = (pdf: Uint8Array): string[] =>
  withFile(pdf, (folder) =>
    execFileSync('pdffonts', ['it.pdf'], { cwd: folder, encoding: 'utf8' }).trim().split('\n').slice(2),
  );

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** The first page as a printer at this resolution would put it on paper. */
export const firstPage = (pdf: Uint8Array, dotsPerInch: number): Picture =>
  withFile(pdf, (folder) => {
    const args = ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', 'it.pdf', 'page'];
    execFileSync('pdftoppm', args, { cwd: folder });
    const ppm = readFileSync(join(folder, 'page.ppm'));
    const [, width = 0, height = 0] =
      /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40))?.map(Number) ?? [];
    const pixels = ppm.subarray(ppm.length - width * height * 3);
    const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let at = 0; at < width * height; at += 1)
      for (let channel = 0; channel < 3; channel += 1) rgba[at * 4 + channel] = pixels[at * 3 + channel] ?? 0;
    return { width, height, rgba };
  });
