/**
 * MySQL and MariaDB errors after which the whole transaction may simply be tried again: 1213 deadlock (also given
 * when more than 200 transactions wait for one row), 1205 lock wait time-out, 1020 record changed since last read.
 */
const TRANSIENT = new Set([1213, 1205, 1020]);

export function isTransient(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno !== undefined && TRANSIENT.has(errno);
}

/** 1062 on MySQL, a UNIQUE or PRIMARY KEY constraint on SQLite. */
export function isDuplicate(error: unknown): boolean {
  if (errnoOf(error) === 1062) return true;
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/**
 * Tries a transaction once more after a unique index refused it: somebody else has just written the same, and the
 * second try finds it. For work that looks before it writes; anything else would only fail twice.
 */
export async function againOnDuplicate<T>(transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return transaction();
  }
}

function errnoOf(error: unknown): number | undefined {
  const outer = error as { errno?: unknown; driverError?: { errno?: unknown } } | null;
  const errno = outer?.driverError?.errno ?? outer?.errno;
  return typeof errno === 'number' ? errno : undefined;
}
