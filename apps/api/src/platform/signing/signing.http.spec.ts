/** Real: the app on a port, Node's own Ed25519. Not real: the clock. */
import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { signedMessage } from '@xiaolin/shared-types/signing/message';
import { signingRoutes } from '@xiaolin/shared-types/signing/routes';
import { onRunningApp, valueOf } from '../../test/app.js';
import { SigningKeys } from './signing-keys.js';

onRunningApp('the published keys', (app) => {
  it('are all that a stranger needs to check a signature, and no secret', async () => {
    const given = app().get(SigningKeys).sign('anything', Buffer.from('hello'));
    const { keys } = valueOf(await app().call(signingRoutes.keys, {}));
    const key = keys.find(({ keyId }) => keyId === given.keyId);
    expect(Object.keys(key ?? {}).sort()).toEqual(['algorithm', 'keyId', 'publicKey', 'retired']);
    const known = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key?.publicKey ?? '' },
      format: 'jwk',
    });
    const message = signedMessage('anything', Buffer.from('hello'));
    expect(verify(null, message, known, Buffer.from(given.signature, 'base64url'))).toBe(true);
  });
});
