import type { ReportFormat, ReportKind } from '@xiaolin/shared-types/reports/schema';
import { kindWords } from './report-words.js';

/** What no file system takes, and what would hide the ending. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Bidi_Control}]/gu;

/** For people: `花田清理-名单-2026-11-28.xlsx`. */
export function reportFileName(
  subject: string,
  kind: ReportKind,
  days: readonly string[],
  format: ReportFormat,
): string {
  const name = Array.from(subject.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()).slice(0, 40).join('');
  return `${[name, kindWords[kind], ...days].filter((part) => part !== '').join('-')}.${format}`;
}
