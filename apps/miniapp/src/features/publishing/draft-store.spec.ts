import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import type { TextStorage } from '@/shared/platform/storage';
import { createDraftStore, RETRY_PAUSE, startWith, TYPING_PAUSE } from './draft-store';
import { blankForm } from './form';
import { DraftServer } from './draft-server.stand-in';
import { createKeptDrafts, type Kept } from './kept-draft';
import { ownStorage } from './own-storage';

/** Real: the store, the form, what the device keeps. Stand-in: a server that versions one draft, the clock, the network. */
const now = new Date('2026-11-23T02:22:00.000Z');
const blank = blankForm(
  { organizationId: 'c1', categoryId: 'health', responsibleName: '普春燕', responsiblePhone: '0871-1' },
  now,
);
const [run] = blank.runs;
if (run === undefined) throw new Error('a run');

const memory = (): TextStorage & { readonly data: Map<string, string> } => {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
};

let server: DraftServer;
let storage: ReturnType<typeof memory>;
let timer: { readonly in: number; readonly call: () => void } | null;
let keys: number;

const open = (view: StaffActivityView | null = null) => {
  const kept = createKeptDrafts(storage);
  const slot = kept.readNew();
  const held: Kept | null = view ? kept.read(view.id) : slot !== null && 'kept' in slot ? slot.kept : null;
  const store = createDraftStore(
    {
      api: server,
      kept,
      now: () => now,
      newKey: () => `key-${(keys += 1)}`,
      after: (milliseconds, call) => {
        const mine = { in: milliseconds, call };
        timer = mine;
        return () => {
          if (timer === mine) timer = null;
        };
      },
    },
    startWith(blank, view, held, now),
  );
  return store;
};

const settle = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};
const elapse = async () => {
  const due = timer;
  timer = null;
  due?.call();
  await settle();
};
const type = async (store: ReturnType<typeof open>, part: Partial<typeof blank>) => {
  store.getState().change(part);
  await elapse();
};

beforeEach(() => {
  server = new DraftServer();
  storage = memory();
  timer = null;
  keys = 0;
});

describe('a draft saves itself', () => {
  it('on the device at once, on the server after a pause, with one creation and then saves', async () => {
    const store = open();
    store.getState().change({ title: '太' });
    expect(storage.data.get('xiaolin.publish.new')).toContain('太');
    store.getState().change({ title: '太极班' });
    expect(timer?.in).toBe(TYPING_PAUSE);
    expect(server.created).toBe(0);
    await elapse();
    expect(store.getState().saving).toEqual({ kind: 'saved', at: now.toISOString() });
    await type(store, { summary: '打太极', runs: [{ ...run, date: '2026-11-28' }] });
    expect([server.created, server.saves, server.view?.version]).toEqual([1, 1, 2]);
    expect(store.getState().form.runs[0]?.id).toBe('o2-0');
    expect(server.view?.draft.summary).toBe('打太极');
  });

  it('keeps what was typed while a save was on its way', async () => {
    const store = open();
    store.getState().change({ title: '太极班' });
    const saving = store.getState().save();
    store.getState().change({ title: '太极班（冬）' });
    await saving;
    await elapse();
    expect(store.getState().form.title).toBe('太极班（冬）');
    expect(server.view?.draft.title).toBe('太极班（冬）');
    expect(server.created).toBe(1);
  });

  it('stays on the device while the server would not take it', async () => {
    const store = open();
    await type(store, { summary: '还没有标题' });
    expect(store.getState().saving.kind).toBe('unfinished');
    expect(server.created).toBe(0);
    expect(open().getState().form.summary).toBe('还没有标题');
  });

  it('says when the device is full', async () => {
    storage.setItem = () => undefined;
    const store = open();
    store.getState().change({ title: '太极班' });
    expect(store.getState().notKept).toBe(true);
  });
});

describe('without network', () => {
  it('goes on, tries again by itself, and creates once although the answer was lost', async () => {
    const store = open();
    server.network = 'lost';
    await type(store, { title: '太极班' });
    expect(store.getState().saving.kind).toBe('failed');
    expect(timer?.in).toBe(RETRY_PAUSE);
    server.network = 'down';
    await type(store, { title: '太极班', summary: '离线写的' });
    expect(store.getState().saving.kind).toBe('offline');
    server.network = 'up';
    store.getState().retry();
    await settle();
    expect([server.created, keys]).toEqual([1, 1]);
    expect(server.view?.draft.summary).toBe('离线写的');
    expect(store.getState().saving.kind).toBe('saved');
  });

  it('survives a restart with the same key', async () => {
    server.network = 'lost';
    await type(open(), { title: '太极班' });
    server.network = 'up';
    const again = open();
    expect(again.getState()).toMatchObject({ resumed: true, form: { title: '太极班' } });
    again.getState().retry();
    await settle();
    expect([server.created, keys]).toEqual([1, 1]);
  });

  it('takes its own save for its own when the answer was lost', async () => {
    const store = open();
    await type(store, { title: '太极班' });
    server.network = 'lost';
    await type(store, { summary: '存上了，没听到' });
    server.network = 'up';
    await elapse();
    expect(store.getState()).toMatchObject({ theirs: null, saving: { kind: 'saved' } });
    expect(server.view?.version).toBe(2);
  });
});

describe('on a device that several people use', () => {
  it('nobody finds, sends or drops what another one was writing', async () => {
    const shared = storage;
    const as = (personId: string) => Object.assign(memory(), ownStorage(shared, personId));
    storage = as('pu');
    server.network = 'down';
    await type(open(), { title: '太极班', responsiblePhone: '0871-2' });
    server.network = 'up';
    storage = as('li');
    const other = open();
    expect(other.getState()).toMatchObject({ resumed: false, form: { title: '' } });
    other.getState().retry();
    other.getState().leave();
    await settle();
    expect(server.created).toBe(0);
    storage = as('pu');
    expect(open().getState()).toMatchObject({ resumed: true, form: { title: '太极班' } });
  });
});

describe('after a restart', () => {
  it('a new draft that the server has is found by its id, until the page was left', async () => {
    const store = open();
    await type(store, { title: '太极班' });
    expect(createKeptDrafts(storage).readNew()).toEqual({ id: 'a1' });
    store.getState().leave();
    expect(createKeptDrafts(storage).readNew()).toBeNull();
  });

  it('what was not saved of a known draft comes back, over the same version', async () => {
    const store = open();
    await type(store, { title: '太极班' });
    server.network = 'down';
    await type(store, { summary: '没存上' });
    expect(open(server.view).getState()).toMatchObject({
      resumed: true,
      theirs: null,
      form: { summary: '没存上' },
    });
  });

  it.each(['nonsense', '{}', '{"format":1,"form":{"runs":3}}', '{"format":0,"form":{"title":"","runs":[]}}'])(
    'reads %p as nothing',
    (text) => {
      storage.data.set('xiaolin.publish.new', text);
      expect(open().getState()).toMatchObject({ resumed: false, form: { title: '' } });
    },
  );
});

describe('somebody else changed it', () => {
  const both = async () => {
    const store = open();
    await type(store, { title: '太极班', runs: [{ ...run, date: '2026-11-28' }] });
    server.meanwhile({ summary: '同事写的' });
    await type(store, { placeName: '我写的广场' });
    return store;
  };

  it('shows theirs, loses nothing, and saves no more until the choice', async () => {
    const store = await both();
    expect(store.getState().theirs?.draft.summary).toBe('同事写的');
    expect(store.getState().base?.summary).toBe('');
    await type(store, { placeDetail: '二楼' });
    expect(server.view?.draft.placeName).toBe('');
    expect(store.getState().form).toMatchObject({ placeName: '我写的广场', placeDetail: '二楼' });
  });

  it('takes theirs', async () => {
    const store = await both();
    store.getState().takeTheirs();
    expect(store.getState()).toMatchObject({ theirs: null, form: { summary: '同事写的', placeName: '' } });
    expect(storage.data.has('xiaolin.publish.a1')).toBe(false);
  });

  it('keeps mine on top of their version', async () => {
    const store = await both();
    store.getState().keepMine();
    await elapse();
    expect(server.view?.draft).toMatchObject({ summary: '', placeName: '我写的广场' });
    expect(server.view?.version).toBe(3);
  });

  it('is seen at a restart too', async () => {
    const store = open();
    await type(store, { title: '太极班' });
    server.network = 'down';
    await type(store, { placeName: '我写的广场' });
    server.network = 'up';
    server.meanwhile({ summary: '同事写的' });
    expect(open(server.view).getState()).toMatchObject({
      theirs: { draft: { summary: '同事写的' } },
      form: { placeName: '我写的广场' },
    });
  });
});

describe('publishing', () => {
  it('saves first, and names what is missing at its field', async () => {
    const store = open();
    store.getState().change({ title: '太极班' });
    expect(await store.getState().publish()).toBe(false);
    expect(store.getState().refusals).toEqual([
      { field: 'publish-riskText', step: 'safety', mend: '写明风险' },
    ]);
    await type(store, { riskText: '慢慢走' });
    expect(await store.getState().publish()).toBe(true);
  });

  it('finds it published when the first answer was lost', async () => {
    const store = open();
    await type(store, { title: '太极班', riskText: '慢慢走' });
    server.network = 'lost';
    expect(await store.getState().publish()).toBe(false);
    server.network = 'up';
    expect(await store.getState().publish()).toBe(true);
  });
});

describe('what is published', () => {
  const published = async () => {
    const store = open();
    await type(store, { title: '太极班', riskText: '慢慢走' });
    await store.getState().publish();
    return open(server.view);
  };

  it('is never saved by itself, only by hand, and is kept on the device meanwhile', async () => {
    const store = await published();
    await type(store, { placeName: '别处' });
    store.getState().retry();
    await settle();
    expect(server.view?.draft.placeName).toBe('');
    expect(open(server.view).getState()).toMatchObject({ resumed: true, form: { placeName: '别处' } });
    expect(await store.getState().save()).toBe(true);
    expect(server.view?.draft.placeName).toBe('别处');
  });

  it('goes back to what it was', async () => {
    const store = await published();
    await type(store, { placeName: '别处' });
    store.getState().undo();
    expect(store.getState()).toMatchObject({ form: { placeName: '' }, saving: { kind: 'saved' } });
    expect(storage.data.has('xiaolin.publish.a1')).toBe(false);
  });
});
