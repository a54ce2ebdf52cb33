import { expect, test } from '@jest/globals';
import { createWire, type Transport } from './create-wire';

// Real: the wire. Stand-in: the transport, in the words that weapp and H5 use.

const request = { url: '/api/activities', method: 'GET' } as const;

test.each([200, 201, 401, 409, 500])('status %i is an answer, never an exception', async (statusCode) => {
  const wire = createWire(() => Promise.resolve({ statusCode, data: { code: 'x' } }));
  expect(await wire(request)).toEqual({ kind: 'answer', status: statusCode, body: { code: 'x' } });
});

test.each([
  ['weapp time-out', { errMsg: 'request:fail timeout' }, 'timeout'],
  [
    'H5 aborted fetch',
    Object.assign(new Error('The user aborted a request.'), { name: 'AbortError' }),
    'timeout',
  ],
  ['weapp without network', { errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED' }, 'unreachable'],
  ['H5 without network', new TypeError('Failed to fetch'), 'unreachable'],
  ['a rejection without words', undefined, 'unreachable'],
])('%s becomes a typed failure', async (_name, error, reason) => {
  const failing: Transport = () => Promise.reject(error);
  expect(await createWire(failing)(request)).toEqual({ kind: 'network', reason });
});

test('asks for 15 seconds and copies the header, so that a caller cannot change it in flight', async () => {
  const seen: unknown[] = [];
  const header = { authorization: 'Bearer a' };
  const wire = createWire((options) => {
    seen.push(options);
    options.header['x'] = 'y';
    return Promise.resolve({ statusCode: 204, data: null });
  });
  await wire({ ...request, header });
  expect(seen).toEqual([expect.objectContaining({ timeout: 15_000 })]);
  expect(header).toEqual({ authorization: 'Bearer a' });
});
