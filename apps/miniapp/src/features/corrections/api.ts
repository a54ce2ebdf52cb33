import { correctionRoutes, manualEntryRoutes } from '@xiaolin/shared-types/corrections/routes';
import type { DecideCorrection, EntryStatus, Verdict } from '@xiaolin/shared-types/corrections/schema';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { hourRoutes } from '@xiaolin/shared-types/hours/routes';
import type { PageQuery } from '@/shared/api/use-paged-list';
import { api } from '@/shared/session/session';

export type Stage = 'open' | 'escalated' | 'done';
export type HourHistory = Answer<typeof hourRoutes.history>;

export const loadRecord = (recordId: string) => api(hourRoutes.history, { params: { recordId } });
export const loadUnrecordedShifts = (day?: string) =>
  api(correctionRoutes.unrecordedShifts, { query: day === undefined ? {} : { day } });

interface Said {
  readonly requestKey: string;
  readonly words: string;
  readonly pictureIds: string[];
}

export const raiseError = (
  recordId: string,
  said: Said & {
    readonly wrong: 'minutes' | 'not-me' | 'details' | 'other';
    readonly claimedMinutes?: number;
  },
) => api(correctionRoutes.raise, { params: { recordId }, body: said });
export const raiseMissing = (shiftId: string, said: Said & { readonly claimedMinutes: number }) =>
  api(correctionRoutes.raiseMissing, { params: { shiftId }, body: said });

export const loadMine = (page: PageQuery) => api(correctionRoutes.mine, { query: page });
export const loadOne = (correctionId: string) => api(correctionRoutes.showMine, { params: { correctionId } });
export const escalate = (correctionId: string, body: { requestKey: string; reason: string }) =>
  api(correctionRoutes.escalate, { params: { correctionId }, body });

export const withdraw = (correctionId: string, requestKey: string) =>
  api(correctionRoutes.withdraw, { params: { correctionId }, body: { requestKey } });

export const loadForStaff = (stage: Stage, page: PageQuery) =>
  api(correctionRoutes.listForStaff, { query: { stage, ...page } });
export const loadOneForStaff = (correctionId: string) =>
  api(correctionRoutes.showForStaff, { params: { correctionId } });
export const decide = (level: 'reply' | 'decision', correctionId: string, body: DecideCorrection) =>
  api(level === 'reply' ? correctionRoutes.reply : correctionRoutes.decide, {
    params: { correctionId },
    body,
  });

export const loadUnrecorded = (page: PageQuery) => api(manualEntryRoutes.unrecorded, { query: page });
export const enterByHand = (
  shiftId: string,
  body: {
    readonly requestKey: string;
    readonly personId: string;
    readonly inAt: string;
    readonly outAt: string;
    readonly reason: string;
    readonly pictureIds: string[];
  },
) => api(manualEntryRoutes.enter, { params: { shiftId }, body });
export const loadEntries = (status: EntryStatus, page: PageQuery) =>
  api(manualEntryRoutes.list, { query: { status, ...page } });
export const decideEntry = (
  entryId: string,
  body: { readonly requestKey: string; readonly verdict: Verdict; readonly reason: string },
) => api(manualEntryRoutes.decide, { params: { entryId }, body });
export const loadSample = (month: string) => api(manualEntryRoutes.sample, { query: { month } });
