import { classNames } from '../class-names';
import type { TableProps } from './types';

/** Rows of 40 px for staff at a desk. Use it where `useWideScreen` says so, and a list everywhere else. */
export function Table<Row>({ caption, columns, rows, rowKey, chosen }: TableProps<Row>) {
  return (
    <div className="d-panel k-tablebox">
      <table className="d-table">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, width }) => (
              <th key={key} scope="col" style={width ? { width } : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classNames(chosen?.(row) && 'd-row--sel')}>
              {columns.map(({ key, cell, names }) =>
                names ? (
                  <th key={key} scope="row" className="d-name">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export type { Column } from './types';
