import { scanWithWechat } from '../platform/wechat-scan';
import type { Answer } from '../ui/answer-card';

/**
 * `type-it`: show the field for the 8 characters under the code instead. `chosen`: the person asked for it;
 * `no-camera`: this device cannot scan.
 */
export type ScanResult =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'type-it'; readonly reason: 'no-camera' | 'chosen' };

/** What came of one code. Null: it was not taken, because another one was still under way. */
export type TakeCode = (text: string) => Promise<Answer | null>;

/** Whether this device has a scanner at all: without one the field for the code is the way. */
export const canScan = (): boolean => true;

/** Opens WeChat's scanner for one code. The title is for browsers, where the scanner is ours. */
export const scanCode = async (_title?: string): Promise<ScanResult> => {
  try {
    const text = await scanWithWechat();
    return text === null ? { kind: 'cancelled' } : { kind: 'code', text };
  } catch {
    return { kind: 'type-it', reason: 'no-camera' };
  }
};

/** Long enough to read a name aloud before the scanner covers it. */
const readingMilliseconds = 1_500;

/**
 * One code after the other until the person closes the scanner. WeChat's scanner takes one code and leaves, so it is
 * opened again after each yes; after anything else the page stays, to be read.
 *
 * @param wanted false once the page is gone
 */
export const scanOneByOne = async (
  title: string,
  take: TakeCode,
  wanted: () => boolean,
): Promise<Exclude<ScanResult, { kind: 'code' }>> => {
  for (;;) {
    const read = await scanCode(title);
    if (read.kind !== 'code') return read;
    const answer = await take(read.text);
    if (answer?.tone !== 'ok') return { kind: 'cancelled' };
    await new Promise((resolve) => setTimeout(resolve, readingMilliseconds));
    if (!wanted()) return { kind: 'cancelled' };
  }
};
