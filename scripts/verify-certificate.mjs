// npm run verify-certificate -- <text> [--keys keys.json]: whether the code of a certificate was signed by us, without
// asking anybody. The text is what a scanner reads from the paper: the whole address, or what stands behind `s=`.
// `keys.json` is a copy of GET /api/keys; without it the keys are fetched from the address in the text.
import './workspace/require-node.mjs';
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './workspace/build.mjs';
import { inRoot } from './workspace/places.mjs';
import { PlainFailure, reportFailure } from './workspace/progress.mjs';

/** @typedef {{ keys: { keyId: string, publicKey: string, retired: boolean }[] }} Published */

/** @param {string} module of the contract, e.g. `certificates/statement` */
const contract = (module) => import(inRoot('packages/shared-types/dist', `${module}.js`));

/** @param {string} text @param {string | undefined} file @returns {Promise<Published>} */
async function publishedKeys(text, file) {
  if (file !== undefined) return JSON.parse(readFileSync(file, 'utf8'));
  if (!/^https?:/.test(text))
    throw new PlainFailure('The text is no address: give the keys with --keys keys.json');
  const answer = await fetch(`${new URL(text).origin}/api/keys`).catch(() => undefined);
  if (answer?.ok !== true)
    throw new PlainFailure('The keys could not be fetched: give them with --keys keys.json');
  return /** @type {Promise<Published>} */ (answer.json());
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' } },
    allowPositionals: true,
  });
  const [text] = positionals;
  if (text === undefined)
    throw new PlainFailure('Give the text of the code: npm run verify-certificate -- "https://…?s=…"');
  await build('contract');
  const { readStatement, STATEMENT_PURPOSE } = await contract('certificates/statement');
  const { signedMessage } = await contract('signing/message');
  const read = readStatement(text);
  if (read === null) throw new PlainFailure('This is no whole code of a certificate.');
  const { keys } = await publishedKeys(text, values.keys);
  const known = keys.find(({ keyId }) => keyId === read.keyId);
  if (known === undefined)
    throw new PlainFailure(`No key named ${read.keyId} is published: this is not ours.`);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: known.publicKey }, format: 'jwk' });
  if (!verify(null, signedMessage(STATEMENT_PURPOSE, read.bytes), key, read.signature))
    throw new PlainFailure('The signature does not fit: the content was changed, or it is not ours.');
  const { number, unitName, holder, from, to, minutes, records, issuedOn, ledger } = read.statement;
  console.log(`签名有效（密钥 ${known.keyId}${known.retired ? '，已停用' : ''}），联网可查最新状态
编号      ${number}
姓名      ${holder}
记录单位  ${unitName}
服务期间  ${from} 至 ${to}
服务时间  ${minutes} 分钟，${records} 条记录
出具日期  ${issuedOn}
时长账本  ${ledger === null ? '无' : `第 ${ledger.sequence} 号 ${ledger.head}`}`);
}

main().catch(reportFailure);
