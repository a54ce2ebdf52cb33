import type { Route } from '@xiaolin/shared-types/contract/route';

/** WeChat opens no spreadsheet: tables are taken away in a browser. */
export const canDownload = false;

export const downloadFile = (
  _route: Route,
  _call: { readonly params?: unknown; readonly query?: unknown },
  _token: string | null,
): Promise<boolean> => Promise.resolve(false);
