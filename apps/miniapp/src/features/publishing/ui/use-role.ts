import { newRequestKey } from '@/shared/api/request-key';
import { storage } from '@/shared/platform/storage';
import { session } from '@/shared/session/session';
import { useState } from 'react';
import { useStore } from 'zustand';
import { addRole } from '../api';
import { ownStorage } from '../own-storage';
import { createRoleStore, type RoleEditing } from '../role-store';

/** The role that is being written for this activity, as it was left. */
export function useRole(activityId: string): RoleEditing {
  const [store] = useState(() =>
    createRoleStore({
      storage: ownStorage(storage, session.getState().person?.id ?? 'nobody'),
      activityId,
      newKey: newRequestKey,
      send: (body) => addRole(activityId, body),
    }),
  );
  return useStore(store);
}
