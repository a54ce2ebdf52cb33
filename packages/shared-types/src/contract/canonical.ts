/** What has one canonical form here: whole numbers only, because fractions are spelt differently elsewhere. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * The one spelling of a value, as RFC 8785 (JSON Canonicalization Scheme) gives it: names sorted by UTF-16 code
 * units, no blanks, strings as `JSON.stringify` writes them.
 *
 * @throws TypeError for numbers that are not whole and safe.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('only whole numbers have a canonical form here');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each: Canonical) => canonicalJson(each)).join(',')}]`;
  const named = value as { readonly [name: string]: Canonical };
  return `{${Object.keys(named)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(named[name] ?? null)}`)
    .join(',')}}`;
}
