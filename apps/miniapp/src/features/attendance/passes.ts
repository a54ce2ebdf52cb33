import { attendanceRoutes } from '@xiaolin/shared-types/attendance/routes';
import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { storage } from '@/shared/platform/storage';
import { api, session } from '@/shared/session/session';
import { createKeptPasses } from './kept-passes';

export const keptPasses = createKeptPasses(storage);

/** Passes are handed out two days ahead, and looked for again this often: clocks are compared anew as well. */
const AHEAD_MS = 48 * 3_600_000;
const AGAIN_MS = 10 * 60_000;

let fetchedAt = 0;

const listeners = new Set<() => void>();

/** Tells when passes have arrived; a page that shows codes may have been opened before. @returns how to stop it */
export function onPassesKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Fetches passes while there is a network, so that codes can be made when there is none. */
export async function fetchPasses(coming: readonly MyShift[]): Promise<void> {
  const personId = session.getState().person?.id;
  if (personId === undefined) return;
  const now = Date.now();
  const due = coming.filter(
    ({ status, calledOff, startsAt }) =>
      status === 'confirmed' && !calledOff && Date.parse(startsAt) < now + AHEAD_MS,
  );
  const had = new Set(keptPasses.of(personId, new Date(now)).map(({ shiftId }) => shiftId));
  if (due.length === 0 || (now - fetchedAt < AGAIN_MS && due.every(({ shiftId }) => had.has(shiftId))))
    return;
  fetchedAt = now;
  const result = await api(attendanceRoutes.passes, {});
  if (!result.ok) return;
  // Half of the way there and back is not known: a second or two do not matter to a minute.
  keptPasses.keep(personId, result.value.passes, Date.now() - Date.parse(result.value.serverTime));
  for (const listener of listeners) listener();
}
