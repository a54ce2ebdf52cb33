import type { ActivityDraft, StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, isPassing, type Result } from '@/shared/api/failure';
import {
  type ActivityForm,
  adoptIds,
  draftOf,
  fingerprint,
  fingerprintOf,
  forgetLostIds,
  formOf,
  isBlank,
  type Written,
} from './form';
import type { Kept, KeptDrafts } from './kept-draft';
import { editableAs, formMends, type Mend, mendOf } from './model';

export interface DraftApi {
  create(requestKey: string, draft: ActivityDraft): Promise<Result<StaffActivityView>>;
  save(
    activityId: string,
    version: number,
    draft: ActivityDraft,
    agreed: readonly Agreement[],
  ): Promise<Result<StaffActivityView>>;
  read(activityId: string): Promise<Result<StaffActivityView>>;
  publish(activityId: string): Promise<Result<StaffActivityView>>;
}

export interface DraftSetting {
  readonly api: DraftApi;
  readonly kept: KeptDrafts;
  readonly now: () => Date;
  readonly newKey: () => string;
  /** Calls back after so many milliseconds; returns the way to stop. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

export type Saving =
  /** Nothing is written that the server does not have. `at`: when it took the last of it. */
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  /** Only this device has it: the server would not take it like this. */
  | { readonly kind: 'unfinished' }
  /** Only this device has it, and it will be tried again. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed' }
  /** Refused for good: `problem` says why. */
  | { readonly kind: 'refused' };

export interface Editing {
  readonly form: ActivityForm;
  /** What the server holds, as it was last seen; null before the first save. */
  readonly view: StaffActivityView | null;
  /** The same in the fields, to tell what somebody else changed. */
  readonly base: ActivityForm | null;
  readonly saving: Saving;
  readonly problem: Failure | null;
  /** What the server said about single fields at the last try. */
  readonly refusals: readonly Mend[];
  /** What somebody else saved meanwhile: the person decides. */
  readonly theirs: StaffActivityView | null;
  /** The device would not take the draft. */
  readonly notKept: boolean;
  /** Written before, on this device. */
  readonly resumed: boolean;
  readonly publishing: boolean;
  change(part: Partial<ActivityForm>): void;
  /** Saves now, what is published included. True when the server has everything. */
  save(): Promise<boolean>;
  /** Saves once more, agreeing to whom fewer seats touch, as the refusal has named them. */
  agreeToReduction(): Promise<boolean>;
  /** The network is back, or the page came to the front. */
  retry(): void;
  takeTheirs(): void;
  keepMine(): void;
  /** Back to what the server holds. */
  undo(): void;
  /** True when residents can see it. */
  publish(): Promise<boolean>;
  /** The page closes: what is not saved stays on the device. */
  leave(): void;
}

/** A pause in the typing after which a draft goes to the server. */
export const TYPING_PAUSE = 1_500;
/** After a passing failure. */
export const RETRY_PAUSE = 15_000;

type Start = Pick<Editing, 'form' | 'view' | 'base' | 'theirs' | 'resumed'> & Pick<Kept, 'creating'>;

/** What the page opens with, from what the server and this device hold. */
export function startWith(
  blank: ActivityForm,
  view: StaffActivityView | null,
  kept: Kept | null,
  now: Date,
): Start {
  const fresh = { creating: null, theirs: null, resumed: false };
  if (view === null)
    return kept === null
      ? { ...fresh, form: blank, view, base: null }
      : { ...fresh, form: kept.form, view, base: null, creating: kept.creating, resumed: true };
  const base = formOf(view.draft, now);
  if (kept === null || fingerprint(kept.form) === fingerprint(base))
    return { ...fresh, form: base, view, base };
  if (kept.base !== null && kept.base.version !== view.version)
    return { ...fresh, form: kept.form, view, base: kept.base.form, theirs: view, resumed: true };
  return { ...fresh, form: forgetLostIds(kept.form, view.draft), view, base, resumed: true };
}

/** The draft of one activity between the fields, this device and the server. */
export function createDraftStore(setting: DraftSetting, start: Start): StoreApi<Editing> {
  const { api, kept, now, newKey, after } = setting;
  let { creating } = start;
  let inFlight: Promise<boolean> | null = null;
  let stopTimer: () => void = () => undefined;
  let gone = false;
  /** By occurrence: the token of the refusal that somebody agreed to. */
  let agreed: readonly Agreement[] = [];

  return createStore<Editing>()((set, get) => {
    const isNew = start.view === null;
    const isDirty = () => {
      const { form, base } = get();
      return base === null ? !isBlank(form) : fingerprint(form) !== fingerprint(base);
    };
    const savesItself = () => {
      const { view, theirs } = get();
      return theirs === null && (view === null || editableAs(view.status) === 'draft');
    };

    const keepHere = () => {
      const { form, view, base } = get();
      if (!isDirty()) return view === null ? kept.dropNew() : kept.drop(view.id);
      const held: Kept = {
        form,
        base: view && base && { version: view.version, form: base },
        creating,
      };
      set({ notKept: !kept.write(view?.id ?? null, held) });
    };

    const wait = (milliseconds: number) => {
      stopTimer();
      if (!gone && savesItself()) stopTimer = after(milliseconds, () => void save());
    };

    /** The server has `sent`; what was typed meanwhile goes with the next save. */
    const settle = (view: StaffActivityView, sent: Written) => {
      const base = formOf(view.draft, now());
      const named = get().view === null && isNew;
      creating = null;
      set({
        view,
        base,
        form: adoptIds(get().form, sent, view.draft),
        problem: null,
        refusals: [],
        theirs: null,
        saving: { kind: 'saved', at: now().toISOString() },
      });
      if (named && gone) kept.dropNew();
      else if (named) kept.nameNew(view.id);
      keepHere();
      if (isDirty()) {
        set({ saving: { kind: 'waiting' } });
        wait(TYPING_PAUSE);
      }
    };

    const meetOther = async (activityId: string, sent: Written): Promise<boolean> => {
      const read = await api.read(activityId);
      if (!read.ok) return refuse(read.problem, sent);
      const other = formOf(read.value.draft, now());
      // The answer to our own save was lost on the way: the server has it after all.
      if (fingerprint(other) === fingerprintOf(sent.draft)) {
        settle(read.value, sent);
        return true;
      }
      set({ theirs: read.value, problem: null, saving: { kind: 'refused' } });
      keepHere();
      return false;
    };

    const refuse = (problem: Failure, sent: Written): false => {
      const passing = isPassing(problem);
      if (!passing) creating = null;
      const offline = problem.code === 'network.unreachable';
      set({
        problem: offline ? null : problem,
        refusals: problem.errors.map(({ path, message }) => mendOf(path, message, sent.keys)),
        saving: { kind: !passing ? 'refused' : offline ? 'offline' : 'failed' },
      });
      keepHere();
      if (passing) wait(RETRY_PAUSE);
      return false;
    };

    const send = async (): Promise<boolean> => {
      const { view, form } = get();
      const sent = (view === null && creating) || draftOf(form);
      set({ saving: { kind: 'sending' } });
      if (view === null) {
        creating ??= { ...sent, requestKey: newKey() };
        keepHere();
        const result = await api.create(creating.requestKey, creating.draft);
        if (!result.ok) return refuse(result.problem, sent);
        settle(result.value, sent);
        return true;
      }
      const result = await api.save(view.id, view.version, sent.draft, agreed);
      agreed = [];
      if (!result.ok && result.problem.code === 'activity.changed-meanwhile') return meetOther(view.id, sent);
      if (!result.ok) return refuse(result.problem, sent);
      settle(result.value, sent);
      return true;
    };

    const sendUntilEqual = async (): Promise<boolean> => {
      // A creation that is tried again sends its first words, and what was typed during a save is still to go.
      for (let round = 0; round < 4; round += 1) {
        if (!isDirty()) return true;
        if (formMends(get().form).length > 0) {
          set({ saving: { kind: 'unfinished' } });
          return false;
        }
        if (!(await send())) return false;
      }
      return !isDirty();
    };

    const save = (): Promise<boolean> => {
      stopTimer();
      if (get().theirs !== null) return Promise.resolve(false);
      inFlight ??= sendUntilEqual().finally(() => {
        inFlight = null;
      });
      return inFlight;
    };

    const publish = async (): Promise<boolean> => {
      if (!(await save())) return false;
      const { view } = get();
      if (view === null) return false;
      const result = await api.publish(view.id);
      // A repeated try after a lost answer finds it published.
      const found =
        !result.ok && result.problem.code === 'activity.wrong-state' ? await api.read(view.id) : result;
      if (found.ok && found.value.status === 'published') {
        set({ view: found.value, base: formOf(found.value.draft, now()), problem: null, refusals: [] });
        return true;
      }
      if (result.ok) return false;
      const keyOf = new Map(get().form.runs.map(({ id, key }) => [id, key]));
      const keys = view.draft.occurrences.map(({ id }) => keyOf.get(id) ?? id);
      set({
        problem: result.problem,
        refusals: result.problem.errors.map(({ path, message }) => mendOf(path, message, keys)),
      });
      return false;
    };

    return {
      ...start,
      saving: start.resumed ? { kind: 'waiting' } : { kind: 'saved', at: null },
      problem: null,
      refusals: [],
      notKept: false,
      publishing: false,
      change(part) {
        set({ form: { ...get().form, ...part } });
        keepHere();
        if (get().theirs !== null) return;
        set({ saving: isDirty() ? { kind: 'waiting' } : { kind: 'saved', at: savedAt(get().saving) } });
        wait(TYPING_PAUSE);
      },
      save,
      agreeToReduction() {
        const reduction = reductionOf(get().problem);
        if (reduction !== null) agreed = [reduction.agreement];
        return save();
      },
      retry() {
        if (savesItself() && isDirty() && get().saving.kind !== 'sending') void save();
      },
      takeTheirs() {
        const { theirs } = get();
        if (theirs === null) return;
        const form = formOf(theirs.draft, now());
        set({ form, base: form, view: theirs, theirs: null, saving: { kind: 'saved', at: null } });
        keepHere();
      },
      keepMine() {
        const { theirs } = get();
        if (theirs === null) return;
        set({
          form: forgetLostIds(get().form, theirs.draft),
          base: formOf(theirs.draft, now()),
          view: theirs,
          theirs: null,
          saving: { kind: 'waiting' },
        });
        keepHere();
        wait(0);
      },
      undo() {
        const { base } = get();
        if (base === null) return;
        stopTimer();
        set({ form: base, resumed: false, problem: null, refusals: [], saving: { kind: 'saved', at: null } });
        keepHere();
      },
      async publish() {
        if (get().publishing) return false;
        set({ publishing: true });
        try {
          return await publish();
        } finally {
          set({ publishing: false });
        }
      },
      leave() {
        gone = true;
        stopTimer();
        if (isNew && get().view !== null) kept.dropNew();
        if (savesItself() && isDirty()) void save();
      },
    };
  });
}

export interface Agreement {
  readonly occurrenceId: string;
  readonly token: string;
}

/** Whom fewer seats would touch, as the server has refused to do it silently; null for every other problem. */
export function reductionOf(problem: Failure | null) {
  if (problem?.code !== 'activity.capacity-below-taken') return null;
  const { occurrenceId, token, people, names } = problem.facts;
  return {
    people: Number(people),
    names: String(names),
    agreement: { occurrenceId: String(occurrenceId), token: String(token) },
  };
}

const savedAt = (saving: Saving): string | null => (saving.kind === 'saved' ? saving.at : null);
