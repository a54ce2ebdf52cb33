import type { Chance } from './chance.js';

/** Newest values kept of one name. */
const MOST = 100;

/**
 * Ids, cursors and codes that exist, by the name under which requests send them, and who was told of them: random
 * ones never get far.
 */
export class Known {
  readonly #values = new Map<string, { readonly value: string; readonly toldTo: string | undefined }[]>();

  add(name: string, value: string, toldTo?: string): void {
    const values = this.#values.get(name) ?? [];
    values.push({ value, toldTo });
    if (values.length > MOST) values.shift();
    this.#values.set(name, values);
  }

  /** Reads an answer, however deep: what it names can be sent back. `idMeans` is the name of a plain `id`. */
  learn(answer: unknown, toldTo: string, idMeans: string | undefined): void {
    if (Array.isArray(answer)) for (const item of answer) this.learn(item, toldTo, idMeans);
    else if (answer !== null && typeof answer === 'object')
      for (const [key, value] of Object.entries(answer)) {
        const name = key === 'id' ? idMeans : sentAs(key);
        if (typeof value !== 'string') this.learn(value, toldTo, undefined);
        else if (name !== undefined) this.add(name, value, toldTo);
      }
    // A list holds what the route is about one level down.
    const { items } = (answer ?? {}) as { items?: unknown };
    if (Array.isArray(items)) this.learn(items, toldTo, idMeans);
  }

  /** Often the newest, often one that this person was told of: what is old is decided, what is foreign refused. */
  pick(name: string, chance: Chance, person?: string): string | undefined {
    const values = this.#values.get(name);
    if (values === undefined) return undefined;
    const own = chance.hit(0.5) ? values.filter(({ toldTo }) => toldTo === person) : [];
    const from = own.length > 0 ? own : values;
    return (chance.hit(0.6) ? chance.pick(from.slice(-2)) : chance.pick(from)).value;
  }
}

/** The field of a request that a field of an answer can be sent back in. */
function sentAs(name: string): string | undefined {
  if (name === 'nextCursor') return 'cursor';
  if (name === 'typed') return 'code';
  return name === 'code' || name.endsWith('Id') ? name : undefined;
}
