import { describe, expect, it } from '@jest/globals';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { signupRoutes } from '@xiaolin/shared-types/signups/routes';
import type { WireRequest, WireResult } from '../platform/create-wire';
import { createApi } from './create-api';

const answer = (status: number, body: unknown): WireResult => ({ kind: 'answer', status, body });
const problem = (code: string) => ({ code, instance: 'r-1' });

function given(answers: WireResult[], renewed = true) {
  const sent: WireRequest[] = [];
  const log = { renewals: 0, token: 'old' as string | null };
  const api = createApi({
    base: 'https://api.example',
    wire: (request) => {
      sent.push(request);
      return Promise.resolve(answers.shift() ?? answer(200, {}));
    },
    session: {
      token: () => log.token,
      renew: () => {
        log.renewals += 1;
        log.token = renewed ? 'new' : null;
        return Promise.resolve(renewed);
      },
    },
  });
  return { api, sent, log };
}

describe('the typed client', () => {
  it('fills the address, sends the token and the body', async () => {
    const { api, sent } = given([]);
    await api(signupRoutes.cancel, { params: { signupId: 'a b' }, body: { requestKey: 'key-12345' } });
    expect(sent[0]).toMatchObject({
      url: 'https://api.example/api/signups/a%20b/cancel',
      method: 'POST',
      data: { requestKey: 'key-12345' },
      header: { authorization: 'Bearer old' },
    });
  });

  it('leaves out what is not asked for, and the token on public routes', async () => {
    const { api, sent } = given([]);
    await api(peopleRoutes.listDemoPeople, {});
    expect(sent[0]?.header).toEqual({});
    await api(signupRoutes.mine, { query: { when: 'coming', limit: '5' } });
    expect(sent[1]?.url).toBe('https://api.example/api/me/signups?when=coming&limit=5');
  });

  it('signs in again once on 401, and sends the same call with the new token', async () => {
    const { api, sent, log } = given([answer(401, problem('session.expired')), answer(200, { fine: true })]);
    expect(await api(peopleRoutes.me, {})).toEqual({ ok: true, value: { fine: true } });
    expect([log.renewals, sent.map(({ header }) => header?.['authorization'])]).toEqual([
      1,
      ['Bearer old', 'Bearer new'],
    ]);
  });

  it('does not try a third time', async () => {
    const { api, sent } = given([
      answer(401, problem('session.expired')),
      answer(401, problem('session.revoked')),
    ]);
    expect(await api(peopleRoutes.me, {})).toMatchObject({ ok: false, problem: { code: 'session.revoked' } });
    expect(sent).toHaveLength(2);
  });

  it('signs in once for several calls that fail together', async () => {
    const { api, log } = given([
      answer(401, problem('session.expired')),
      answer(401, problem('session.expired')),
    ]);
    await Promise.all([api(peopleRoutes.me, {}), api(peopleRoutes.me, {})]);
    expect(log.renewals).toBe(1);
  });

  it('shows the refusal when nobody can sign in silently', async () => {
    const { api } = given([answer(401, problem('session.expired'))], false);
    expect(await api(peopleRoutes.me, {})).toMatchObject({
      ok: false,
      problem: { code: 'session.expired', instance: 'r-1' },
    });
  });

  it.each([
    [{ kind: 'network', reason: 'timeout' } as const, 'network.timeout'],
    [{ kind: 'network', reason: 'unreachable' } as const, 'network.unreachable'],
    [answer(502, '<html>bad gateway</html>'), 'server.unexpected'],
    [answer(409, problem('<b>no code</b>')), 'server.unexpected'],
    // Newer than this app: its sentence is the general one.
    [answer(409, problem('no.such-code')), 'no.such-code'],
  ])('turns %j into %s', async (result, code) => {
    const { api } = given([result]);
    expect(await api(peopleRoutes.me, {})).toMatchObject({ ok: false, problem: { code } });
  });
});
