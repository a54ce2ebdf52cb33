/** Real: the app on a port, both databases, Node's own Ed25519 as a stranger would use it. Not real: the clock. */
import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { ledgerRoutes as routes } from '@xiaolin/shared-types/ledger/routes';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { signingRoutes } from '@xiaolin/shared-types/signing/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { anOrganization } from '../../../test/builders.js';
import { Ledger } from '../use-cases/ledger.js';

onRunningApp('the heads of a ledger over HTTP', (app) => {
  beforeAll(async () => {
    app().clock.set('2026-11-20T02:00:00.000Z');
    await app().seed(async (tx) => {
      await anOrganization(tx, { id: 'here', name: '万溪冲社区' });
      await anOrganization(tx, { id: 'quiet' });
      await app()
        .get(Ledger)
        .append(tx, [
          { unitId: 'here', recordId: 'r', event: 'recorded', by: null, reason: null, record: { id: 'r' } },
        ]);
    });
    app().clock.set('2026-11-24T02:00:00.000Z');
    await app().runJobs();
  });

  const heads = (unitId: string, query: { limit?: string; cursor?: string } = {}) =>
    app().call(routes.heads, { params: { unitId }, query });

  it('are read by anybody, in pages, latest first, without an account', async () => {
    const first = valueOf(await heads('here', { limit: '3' }));
    expect(first).toMatchObject({ unitName: '万溪冲社区', head: { sequence: 1 } });
    expect(first.items.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21']);
    const rest = valueOf(await heads('here', { limit: '3', cursor: first.nextCursor ?? '' }));
    expect([rest.items.map(({ day }) => day), rest.nextCursor]).toEqual([['2026-11-20'], null]);
  });

  it('are checked by a stranger with the published key alone', async () => {
    const [head] = valueOf(await heads('here')).items;
    const { keys } = valueOf(await app().call(signingRoutes.keys, {}));
    const publicKey = keys.find(({ keyId }) => keyId === head?.keyId)?.publicKey ?? '';
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    const statement = head?.statement ?? '';
    const signature = Buffer.from(head?.signature ?? '', 'base64url');
    const check = (text: string) =>
      verify(null, signedMessage('ledger-head', Buffer.from(text)), key, signature);
    expect(JSON.parse(statement)).toEqual({
      v: 1,
      unit: 'here',
      day: head?.day,
      sequence: 1,
      hash: head?.hash,
      signedAt: head?.signedAt,
    });
    expect([check(statement), check(statement.replace('"sequence":1', '"sequence":2'))]).toEqual([
      true,
      false,
    ]);
  });

  it('say so where there is nothing yet, and where there is no such unit', async () => {
    expect(valueOf(await heads('quiet'))).toMatchObject({ head: null, items: [], nextCursor: null });
    expect(codeOf(await heads('nowhere'))).toBe('organization.unknown');
  });
});
