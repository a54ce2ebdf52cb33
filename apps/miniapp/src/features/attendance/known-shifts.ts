import { session } from '@/shared/session/session';
import type { MyShifts } from './api';

/** The last good answer of this launch, for pages that open without network. Not persisted: server data belongs to the server. */
let known: { readonly personId: string; readonly shifts: MyShifts } | null = null;

export const rememberShifts = (shifts: MyShifts): void => {
  const personId = session.getState().person?.id;
  if (personId !== undefined) known = { personId, shifts };
};

export const knownShifts = (): MyShifts | null =>
  known !== null && known.personId === session.getState().person?.id ? known.shifts : null;
