import { admissionRoutes } from '@xiaolin/shared-types/admissions/routes';
import type { DoorEntry } from '@xiaolin/shared-types/admissions/schema';
import { type Loaded, loadPages } from '@/shared/api/load-pages';
import type { Result } from '@/shared/api/failure';
import { api } from '@/shared/session/session';

export const loadDoor = (occurrenceId: string) => api(admissionRoutes.door, { params: { occurrenceId } });

/** A hall's worth; more than that is found by name. */
const pages = 4;
const perPage = '50';

export const loadDoorRoster = (occurrenceId: string, name: string): Promise<Result<Loaded<DoorEntry>>> =>
  loadPages(pages, (cursor) =>
    api(admissionRoutes.doorRoster, {
      params: { occurrenceId },
      query: { limit: perPage, ...(name !== '' && { name }), ...(cursor !== undefined && { cursor }) },
    }),
  );

/** Each intent has its key, kept for as long as the same thing is tried again. */
export interface ScanIntent {
  readonly requestKey: string;
  readonly code: string;
  readonly deviceTime: string;
}
export interface TickIntent {
  readonly requestKey: string;
  readonly signupId: string;
  readonly seats: number;
}
export interface UndoIntent extends TickIntent {
  readonly reason: string;
}

export const sendTicket = (occurrenceId: string, body: ScanIntent) =>
  api(admissionRoutes.scan, { params: { occurrenceId }, body });
export const sendTick = (occurrenceId: string, body: TickIntent) =>
  api(admissionRoutes.tick, { params: { occurrenceId }, body });
export const sendUndo = (occurrenceId: string, body: UndoIntent) =>
  api(admissionRoutes.undo, { params: { occurrenceId }, body });
export const sendExcuse = (
  occurrenceId: string,
  body: { readonly requestKey: string; readonly signupId: string; readonly reason: string },
) => api(admissionRoutes.excuse, { params: { occurrenceId }, body });
