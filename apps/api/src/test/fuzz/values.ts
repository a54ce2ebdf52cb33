import type { Chance } from './chance.js';

/** Something that exists and is sent under this name, if anything does. */
export type Existing = (name: string) => string | undefined;

/** What of JSON Schema the OpenAPI document uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Moments that fit each other, around the moment at which the test clock stands. */
const MOMENTS: Readonly<Record<string, string>> = {
  opensAt: '2026-11-20T00:00:00.000Z',
  closesAt: '2026-11-28T05:00:00.000Z',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  deviceTime: '2026-11-23T02:00:00.000Z',
};

/** Text that the contract allows and that databases, logs and searches have stumbled over. */
const AWKWARD = [
  '社区',
  '😀👨‍👩‍👧‍👦',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  'e\u0301\u0327',
  '\u202eabc',
  '\ufeff',
  '%',
  '_!%\\',
  "'; DROP TABLE person; --",
  '=1+1',
  '<script>',
  'İıſßﬃ',
  '\u2028\u2029',
  '${x}{{x}}',
  '龘𠀀𪚥',
];

/** A value that fits the schema, as far as a schema can say; `name` is that of its field. */
export function fitting(schema: Schema, name: string, chance: Chance, existing: Existing): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fitting(chance.pick(choices), name, chance, existing);
  if (schema.allOf?.[0] !== undefined) return fitting(schema.allOf[0], name, chance, existing);
  if (schema.nullable === true && chance.hit(0.2)) return null;
  if (schema.enum !== undefined) return chance.pick(schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, chance, existing);
    case 'array': {
      const length = chance.whole(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3));
      return Array.from({ length }, () => fitting(schema.items ?? {}, name, chance, existing));
    }
    case 'boolean':
      return chance.hit(0.5);
    case 'integer':
    case 'number':
      return numberOf(schema, chance);
    default:
      return stringOf(schema, name, chance, existing);
  }
}

function objectOf(schema: Schema, chance: Chance, existing: Existing): Record<string, unknown> {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name]) => schema.required?.includes(name) === true || chance.hit(0.4),
  );
  return Object.fromEntries(wanted.map(([name, each]) => [name, fitting(each, name, chance, existing)]));
}

function numberOf({ minimum = 0, maximum = 50 }: Schema, chance: Chance): number {
  if (chance.hit(0.3)) return minimum;
  if (chance.hit(0.05)) return maximum;
  return chance.whole(Math.ceil(minimum), Math.floor(Math.min(maximum, minimum + 50)));
}

let keys = 0;

function stringOf(schema: Schema, name: string, chance: Chance, existing: Existing): string {
  if (name === 'requestKey') return `fuzz-key-${chance.hit(0.2) ? chance.whole(0, keys) : (keys += 1)}`;
  if (name === 'limit') return String(chance.whole(1, 100));
  const moment = MOMENTS[name];
  if (moment !== undefined) return moment;
  if (schema.format === 'date') return `2026-11-${chance.whole(20, 30)}`;
  if (schema.format === 'date-time') return '2026-11-28T06:00:00.000Z';
  const found = existing(name);
  if (found !== undefined) return found;
  if (/phone/i.test(name)) return '0871-6000 0001';
  if (schema.pattern !== undefined) return 'arts';
  const { maxLength = 40, minLength = 0 } = schema;
  const text = chance.hit(0.3) ? chance.pick(AWKWARD) : '社区活动'.repeat(chance.whole(1, 20));
  const filled = chance.hit(0.1) ? text.repeat(maxLength) : text;
  return filled.slice(0, maxLength).padEnd(minLength, '校');
}

/** Values that fit hardly anything; the text among them carries the mark, which no refusal may repeat. */
export function misfit(mark: string, chance: Chance): unknown {
  return chance.pick<() => unknown>([
    () => null,
    () => chance.hit(0.5),
    () => chance.pick([0, -1, 1.5, 1e308, -1e308, 2 ** 53, 1e21, 5e-324]),
    () => chance.pick(['', ' ', '0', '-1', '1e3', 'NaN', 'null', 'true', '../..', '%00']),
    () => mark,
    () => chance.pick(AWKWARD) + mark,
    () => mark.repeat(chance.pick([10, 500, 3_000])),
    () => `'; DROP TABLE person; -- ${mark}`,
    () => '龘'.repeat(chance.pick([41, 5_000])),
    () =>
      chance.pick([
        '0000-01-01T00:00:00.000Z',
        '+275760-09-13T00:00:00.000Z',
        '9999-12-31T23:59:59.999Z',
        '2026-02-30T00:00:00.000Z',
        '2026-13-45',
        '0000-00-00',
        '9999-12-31',
        '2026-11-28T24:00:00Z',
        '2026-11-28T06:00:00+14:00',
        '2026-11-28',
      ]),
    () => [],
    () => ({}),
    () => [mark, { [mark]: mark }],
    () => ({ [mark]: [mark], length: 1, toString: mark }),
    () => deep(chance.pick([5, 200, 2_000])),
    () => Array.from({ length: chance.pick([61, 1_000]) }, () => mark),
  ])();
}

function deep(levels: number): unknown {
  let inner: unknown = 1;
  for (let at = 0; at < levels; at += 1) inner = at % 2 === 0 ? [inner] : { a: inner };
  return inner;
}
