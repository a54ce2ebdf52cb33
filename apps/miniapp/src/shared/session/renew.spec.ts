import { describe, expect, it } from '@jest/globals';
import type { Api } from '../api/create-api';
import type { TextStorage } from '../platform/storage';
import { createSessionStore, sessionKey } from './create-session';
import { renewSession } from './renew';

const view = (token: string) => ({
  token,
  expiresAt: '2026-11-24T00:00:00.000Z',
  person: { id: 'p', displayName: '段丽华' },
});

function memory(): TextStorage & { readonly data: Map<string, string> } {
  const data = new Map<string, string>();
  return {
    data,
    getItem: (key) => data.get(key) ?? null,
    setItem: (key, value) => void data.set(key, value),
    removeItem: (key) => void data.delete(key),
  };
}

const answering = (result: unknown, calls: unknown[] = []): Api =>
  ((route: { path: string }, call: unknown) => {
    calls.push([route.path, call]);
    return Promise.resolve(result);
  }) as Api;

const noWechat = () => Promise.resolve(null);

describe('renewing a session', () => {
  it('signs the same demonstration person in again', async () => {
    const store = createSessionStore(memory());
    store.getState().begin(view('old'), { kind: 'demo', personId: 'p' });
    const calls: unknown[] = [];
    const renewed = await renewSession(
      answering({ ok: true, value: view('new') }, calls),
      noWechat,
      store.getState(),
    );
    expect([renewed, store.getState().token, calls]).toEqual([
      true,
      'new',
      [['/sessions/demo', { body: { personId: 'p' } }]],
    ]);
  });

  it('uses wx.login on the first visit inside WeChat', async () => {
    const store = createSessionStore(memory());
    const calls: unknown[] = [];
    const api = answering({ ok: true, value: view('new') }, calls);
    expect(await renewSession(api, () => Promise.resolve('code-1'), store.getState())).toBe(true);
    expect(calls).toEqual([['/sessions/wechat', { body: { code: 'code-1' } }]]);
  });

  it('cannot do so outside WeChat, and calls nobody', async () => {
    const calls: unknown[] = [];
    expect(
      await renewSession(answering(null, calls), noWechat, createSessionStore(memory()).getState()),
    ).toBe(false);
    expect(calls).toEqual([]);
  });

  it('ends the session when the server refuses, and keeps it when the network fails', async () => {
    const store = createSessionStore(memory());
    store.getState().begin(view('old'), { kind: 'demo', personId: 'p' });
    const failing = (code: string, instance: string | null) =>
      answering({ ok: false, problem: { code, facts: {}, errors: [], instance } });
    await renewSession(failing('network.timeout', null), noWechat, store.getState());
    expect(store.getState().token).toBe('old');
    await renewSession(failing('session.demo-off', 'r-1'), noWechat, store.getState());
    expect(store.getState().token).toBeNull();
  });

  it('survives a restart', () => {
    const storage = memory();
    createSessionStore(storage).getState().begin(view('kept'), { kind: 'wechat' });
    expect(createSessionStore(storage).getState().token).toBe('kept');
    expect(storage.data.has(sessionKey)).toBe(true);
  });
});
