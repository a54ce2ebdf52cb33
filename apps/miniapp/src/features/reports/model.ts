import type { OrderOccurrenceReport } from '@xiaolin/shared-types/reports/schema';
import { reportWords as words } from '@/shared/i18n/zh-CN/reports';

export type OccurrenceKind = OrderOccurrenceReport['kind'];
export type TableFormat = 'xlsx' | 'csv';

export const KINDS: readonly OccurrenceKind[] = ['roster', 'sign-in-sheet', 'summary'];

/** @param savesTables whether this device keeps files as they are: WeChat's viewer opens no CSV */
export const tableFormats = (savesTables: boolean): readonly TableFormat[] =>
  savesTables ? ['xlsx', 'csv'] : ['xlsx'];

export interface ExportForm {
  readonly kind: OccurrenceKind;
  readonly format: TableFormat;
  readonly phones: boolean;
  readonly reason: string;
}

export const EMPTY_EXPORT: ExportForm = { kind: 'roster', format: 'xlsx', phones: false, reason: '' };

export const reasonError = ({ kind, phones, reason }: ExportForm): string | undefined =>
  kind === 'roster' && phones && reason.trim() === '' ? words.reasonMend : undefined;

export function orderBody(
  { kind, format, phones, reason }: ExportForm,
  requestKey: string,
): OrderOccurrenceReport {
  if (kind !== 'roster') return { kind, format: 'pdf', requestKey };
  return { kind, format, phonesReason: phones ? reason.trim() : null, requestKey };
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export const periodError = ({ from, to }: Period, today: string): string | undefined =>
  from === '' || to === '' || from > to || to > today ? words.periodWrong : undefined;
