import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from '../workspace/build.mjs';
import { inRoot } from '../workspace/places.mjs';

const run = promisify(execFile);
const SEED = Buffer.alloc(32, 7);
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const key = createPrivateKey({ key: Buffer.concat([PKCS8, SEED]), format: 'der', type: 'pkcs8' });

/** @type {string} */
let folder;
/** @type {string} */
let text;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiaolin-verify-'));
  const publicKey = createPublicKey(key).export({ format: 'jwk' }).x;
  writeFileSync(
    join(folder, 'keys.json'),
    JSON.stringify({ keys: [{ keyId: 'k1', publicKey, retired: false }] }),
  );
  await build('contract');
  const { statementBytes, statementText } = await import(
    inRoot('packages/shared-types/dist/certificates/statement.js')
  );
  const { signedMessage } = await import(inRoot('packages/shared-types/dist/signing/message.js'));
  const bytes = statementBytes({
    number: 'ZM26-7K3M-9QD4-2XBF',
    unitName: '万溪冲社区',
    holder: '杨**',
    from: '2026-01-01',
    to: '2026-11-24',
    minutes: 1593,
    records: 12,
    issuedOn: '2026-11-25',
    ledger: null,
  });
  text = statementText(bytes, 'k1', sign(null, signedMessage('certificate', bytes), key));
});
after(() => rmSync(folder, { recursive: true }));

/** @param {string} given */
const verified = (given) =>
  run(process.execPath, [
    inRoot('scripts/verify-certificate.mjs'),
    given,
    '--keys',
    join(folder, 'keys.json'),
  ]).then(
    ({ stdout }) => stdout,
    (/** @type {{ stdout: string, stderr: string }} */ { stdout, stderr }) => `refused ${stdout}${stderr}`,
  );

test('the command says what a good code holds, without a network', async () => {
  const said = await verified(`https://nowhere.invalid/#/pkg-verify/pages/check/index?s=${text}`);
  assert.match(said, /签名有效/);
  assert.match(said, /ZM26-7K3M-9QD4-2XBF/);
  assert.match(said, /1593 分钟/);
});

test('the command refuses a code in which one character was changed, and half a code', async () => {
  const at = 60;
  const bent = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  assert.match(await verified(bent), /^refused/);
  assert.match(await verified(text.slice(0, 80)), /^refused/);
});
