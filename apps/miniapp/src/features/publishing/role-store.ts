import type { RoleDraft, ServiceRoleView } from '@xiaolin/shared-types/shifts/schema';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, isPassing, type Result } from '@/shared/api/failure';
import type { TextStorage } from '@/shared/platform/storage';
import type { RoleForm } from './role-form';

export interface RoleEditing {
  /** null while no role is being written. */
  readonly form: RoleForm | null;
  readonly busy: boolean;
  readonly problem: Failure | null;
  /** `blank`: what a role begins with, unless one was begun before. */
  begin(blank: RoleForm): void;
  change(part: Partial<RoleForm>): void;
  /** The role that was added, or null (`problem` says why). */
  add(body: Omit<RoleDraft, 'requestKey'>): Promise<ServiceRoleView | null>;
  giveUp(): void;
}

export interface RoleSetting {
  readonly storage: TextStorage;
  readonly activityId: string;
  readonly newKey: () => string;
  readonly send: (body: RoleDraft) => Promise<Result<ServiceRoleView>>;
}

interface KeptRole {
  readonly form: RoleForm;
  /** What was sent for these very words and has no final answer yet: a retry sends the same again. */
  readonly sending: { readonly words: string; readonly body: RoleDraft } | null;
}

const read = (text: string | null): KeptRole | null => {
  try {
    const saved = JSON.parse(text ?? 'null') as Partial<KeptRole> | null;
    return Array.isArray(saved?.form?.runs) ? { form: saved.form, sending: saved.sending ?? null } : null;
  } catch {
    return null;
  }
};

/** A role that is being written: kept on the device, and one effect however often it is sent. */
export function createRoleStore({ storage, activityId, newKey, send }: RoleSetting): StoreApi<RoleEditing> {
  const key = `xiaolin.publish.role.${activityId}`;
  const found = read(storage.getItem(key));
  let sending = found?.sending ?? null;
  return createStore<RoleEditing>()((set, get) => {
    const keep = () => {
      const { form } = get();
      if (form === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify({ form, sending } satisfies KeptRole));
    };
    return {
      form: found?.form ?? null,
      busy: false,
      problem: null,
      begin(blank) {
        if (get().form === null) set({ form: blank, problem: null });
      },
      change(part) {
        const { form } = get();
        if (form === null) return;
        set({ form: { ...form, ...part } });
        keep();
      },
      async add(body) {
        if (get().busy) return null;
        const words = JSON.stringify(get().form);
        // The moment at which sign-up opens is "now": a new body for each try would be another intent to the server.
        if (sending?.words !== words) sending = { words, body: { ...body, requestKey: newKey() } };
        keep();
        set({ busy: true, problem: null });
        const result = await send(sending.body);
        if (result.ok || !isPassing(result.problem)) sending = null;
        set({ busy: false, ...(result.ok ? { form: null } : { problem: result.problem }) });
        keep();
        return result.ok ? result.value : null;
      },
      giveUp() {
        sending = null;
        set({ form: null, problem: null });
        keep();
      },
    };
  });
}
