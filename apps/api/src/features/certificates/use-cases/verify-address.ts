import type { Config } from '../../../platform/config/config.js';

/** The page that checks a certificate; on H5 what follows `#` is never sent to a server. */
export const VERIFY_PAGE = '/#/pkg-verify/pages/check/index?s=';

/** What the QR code holds. Without a PUBLIC_URL (a try-out) it opens on the machine itself only. */
export const verifyAddress = (
  { publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>,
  statement: string,
): string => `${publicUrl ?? `http://localhost:${port}`}${VERIFY_PAGE}${statement}`;
