import type { Chance } from './chance.js';
import { type Existing, fitting, misfit, type Schema } from './values.js';

/** One operation of the OpenAPI document, as far as requests are made from it. */
export interface Operation {
  readonly method: string;
  /** With `{name}` for each parameter, the API's prefix included. */
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly body: Schema | undefined;
}

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** In whatever does not fit; no refusal may repeat it. */
  readonly mark: string;
  /** The verb or the address was bent, so that it may lead nowhere. */
  readonly bent: boolean;
}

const OTHER_TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/problem+json',
  'a/b/c',
  'json',
];
const BEYOND_THE_LIMIT = 300_000;

/** A request for this operation: whole, or broken in one of its parts. */
export function requestFor(
  operation: Operation,
  serial: number,
  chance: Chance,
  existing: Existing,
  token: string,
): FuzzRequest {
  const mark = `zq${serial}qz`;
  const whole = chance.hit(0.4);
  const breaks = () => !whole && chance.hit(0.35);
  const bentAddress = breaks() && chance.hit(0.5);
  const bentVerb = breaks() && chance.hit(0.1);
  const path = pathOf(operation, mark, bentAddress, chance, existing);
  const { body, type } = bodyOf(operation, mark, breaks(), chance, existing);
  return {
    method: bentVerb ? chance.pick(['PATCH', 'OPTIONS', 'TRACE', 'HEAD']) : operation.method,
    path: path + queryOf(operation, mark, breaks(), chance, existing),
    headers: {
      ...(type !== undefined && { 'content-type': type }),
      ...authorization(mark, whole ? 0.95 : 0.7, chance, token),
    },
    body,
    mark,
    bent: bentAddress || bentVerb,
  };
}

function authorization(mark: string, real: number, chance: Chance, token: string): Record<string, string> {
  if (chance.hit(real)) return { authorization: `Bearer ${token}` };
  const [head = '', payload = ''] = token.split('.');
  const forged = chance.pick([
    undefined,
    '',
    'Bearer',
    `Bearer ${mark}`,
    `Basic ${mark}`,
    `Bearer ${head}.${payload}.`,
    `Bearer ${head}.${Buffer.from(`{"sub":"${mark}"}`).toString('base64url')}.${mark}`,
    `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
    `Bearer ${mark.repeat(800)}`,
    `bearer  ${token}`,
  ]);
  return forged === undefined ? {} : { authorization: forged };
}

function pathOf(
  { path, parameters }: Operation,
  mark: string,
  bent: boolean,
  chance: Chance,
  existing: Existing,
): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (bent)
      return chance.pick([
        mark,
        '%zz',
        '%00',
        '%ff',
        '..%2f..',
        '',
        '%20',
        mark.repeat(40),
        encodeURIComponent(`'${mark}😀`),
        'a/b',
        ';',
      ]);
    const schema = parameters.find((each) => each.name === name)?.schema ?? {};
    // Half a surrogate pair has no place in an address: a client's bytes never hold one.
    const fits = Buffer.from(String(fitting(schema, name, chance, existing))).toString();
    return encodeURIComponent(fits);
  });
}

function queryOf(
  { parameters }: Operation,
  mark: string,
  broken: boolean,
  chance: Chance,
  existing: Existing,
): string {
  const pairs = parameters
    .filter((each) => each.in === 'query' && (each.required || chance.hit(0.4)))
    .map(({ name, schema }) => [name, String(fitting(schema, name, chance, existing))] as [string, string]);
  if (broken && pairs.length > 0 && chance.hit(0.7))
    chance.pick(pairs)[1] = String(textOf(misfit(mark, chance)));
  const query = pairs.map(([name, value]) => `${name}=${encoded(value)}`);
  if (broken)
    query.push(
      chance.pick([
        query[0] ?? 'limit=1',
        `${mark}=${mark}`,
        `q[${mark}]=1`,
        'limit=1&limit=2',
        '__proto__=1',
        `x=${'y'.repeat(6_000)}`,
        'cursor=%E0%A4%A',
        'from=%zz',
      ]),
    );
  return query.length > 0 ? `?${query.join('&')}` : '';
}

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4_000);

/** Half a surrogate pair cannot be written into an address. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

function bodyOf(
  { body: schema }: Operation,
  mark: string,
  broken: boolean,
  chance: Chance,
  existing: Existing,
) {
  const type = 'application/json';
  if (schema === undefined)
    return broken && chance.hit(0.3) ? { body: `{"${mark}":1}`, type } : { body: undefined, type: undefined };
  const value = fitting(schema, 'body', chance, existing);
  if (!broken) return { body: JSON.stringify(value), type };
  if (chance.hit(0.7)) return { body: JSON.stringify(bend(value, mark, chance)), type };
  if (chance.hit(0.5)) return { body: JSON.stringify(value), type: chance.pick(OTHER_TYPES) };
  return { body: rawBody(JSON.stringify(value), mark, chance), type };
}

/** One spot of a whole value, however deep, exchanged, taken out or doubled. */
function bend(value: unknown, mark: string, chance: Chance): unknown {
  if (value === null || typeof value !== 'object' || chance.hit(0.08)) return misfit(mark, chance);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const names = Object.keys(copy);
  if (names.length === 0 || chance.hit(0.08)) return Array.isArray(copy) ? [mark] : { ...copy, [mark]: mark };
  const name = chance.pick(names);
  if (chance.hit(0.15) && !Array.isArray(copy)) delete copy[name];
  else copy[name] = chance.hit(0.5) ? misfit(mark, chance) : bend(copy[name], mark, chance);
  return copy;
}

function rawBody(json: string, mark: string, chance: Chance): string {
  return chance.pick<() => string>([
    () => '',
    () => json.slice(0, -1),
    () => `${json}${mark}`,
    () => `\ufeff${json}`,
    () => `{"__proto__":{"${mark}":1}}`,
    () => `{"constructor":{"prototype":{"${mark}":1}}}`,
    () => '['.repeat(50_000),
    () => `${'{"a":['.repeat(20_000)}1${']}'.repeat(20_000)}`,
    () => `{"a":"${mark}","a":1e999}`,
    () => `"${'x'.repeat(BEYOND_THE_LIMIT)}"`,
    () => 'undefined',
    () => '\u0000\u0001',
  ])();
}
