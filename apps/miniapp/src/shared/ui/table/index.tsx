import type { TableProps } from './types';

/** The mini-app runs on phones, where `useWideScreen` is never true: the list is drawn instead. */
export function Table<Row>(_: TableProps<Row>) {
  return null;
}

export type { Column } from './types';
