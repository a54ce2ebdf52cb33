import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { useDidShow } from '@tarojs/taro';
import { newRequestKey } from '@/shared/api/request-key';
import { onConnectionChange } from '@/shared/platform/network';
import { storage } from '@/shared/platform/storage';
import { session } from '@/shared/session/session';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { draftApi } from '../api';
import { createDraftStore, type Editing, startWith } from '../draft-store';
import type { ActivityForm } from '../form';
import { createKeptDrafts, type Kept, type KeptDrafts } from '../kept-draft';
import { ownStorage } from '../own-storage';

/** What the device keeps for whoever is signed in now. */
export const keptDrafts = (): KeptDrafts =>
  createKeptDrafts(ownStorage(storage, session.getState().person?.id ?? 'nobody'));

const now = () => new Date();

const after = (milliseconds: number, call: () => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
};

export interface Draft {
  readonly draft: Editing;
  /** The same as it is now: what is shown may be a moment older after something was awaited. */
  readonly latest: () => Editing;
}

/** Of a new activity, or of `view`. What the device kept of it is read once, when the page opens. */
export function useDraft(blank: ActivityForm, view: StaffActivityView | null): Draft {
  const [store] = useState(() => {
    // Once: what is written on this page stays with who opened it, whoever signs in before it closes.
    const kept = keptDrafts();
    const start = startWith(blank, view, keptOf(kept, view), now());
    return createDraftStore({ api: draftApi, kept, now, newKey: newRequestKey, after }, start);
  });
  useEffect(() => {
    const { retry, leave } = store.getState();
    // What the device kept without network goes out as soon as the page is open.
    retry();
    const stop = onConnectionChange((online) => online && retry());
    return () => {
      stop();
      leave();
    };
  }, [store]);
  useDidShow(() => store.getState().retry());
  return { draft: useStore(store), latest: store.getState };
}

function keptOf(kept: KeptDrafts, view: StaffActivityView | null): Kept | null {
  if (view !== null) return kept.read(view.id);
  const slot = kept.readNew();
  return slot !== null && 'kept' in slot ? slot.kept : null;
}
