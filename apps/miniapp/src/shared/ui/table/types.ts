import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  /** Head of the column; words, or a control such as "choose all". */
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width; columns without one share the rest. */
  readonly width?: string;
  /** Names the row for screen readers: one column of each table. */
  readonly names?: boolean;
}

export interface TableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly chosen?: (row: Row) => boolean;
}
