import { newRequestKey } from '@/shared/api/request-key';
import { storage } from '@/shared/platform/storage';
import { useState } from 'react';
import { useStore } from 'zustand';
import { addRole } from '../api';
import { createRoleStore, type RoleEditing } from '../role-store';

/** The role that is being written for this activity, as it was left. */
export function useRole(activityId: string): RoleEditing {
  const [store] = useState(() =>
    createRoleStore({
      storage,
      activityId,
      newKey: newRequestKey,
      send: (body) => addRole(activityId, body),
    }),
  );
  return useStore(store);
}
