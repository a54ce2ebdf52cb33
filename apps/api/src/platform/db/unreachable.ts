/** What mysql2 and Node say when there is no server at the other end, or no longer. */
const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_CONNECTION_KILLED',
  'ER_SERVER_SHUTDOWN',
]);

/** mysql2 gives this one no code. */
const CLOSED_CONNECTION = /connection is in closed state/;

/**
 * The database is away, so nothing can be said about the request itself. Whether its transaction was committed is
 * not known either: a repeat with the same request key finds out.
 */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  return (
    (code !== undefined && NO_CONNECTION.has(code)) ||
    (error instanceof Error && CLOSED_CONNECTION.test(error.message))
  );
}

/** The code of a failure of the driver, as it is or as TypeORM wraps it. */
export function codeOf(error: unknown): string | undefined {
  const outer = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = outer?.driverError?.code ?? outer?.code;
  return typeof code === 'string' ? code : undefined;
}
