import type { OrganizationKind } from '@xiaolin/shared-types/organizations/schema';

export interface Ancestor {
  readonly id: string;
  readonly kind: OrganizationKind;
}

/**
 * The unit of another level that looks at what this one decided: the nearest street above it; where there is none (a
 * school, a university, a street itself) the nearest node above; null at the top.
 *
 * @param ancestors nearest first, without the unit itself
 */
export const unitAbove = (ancestors: readonly Ancestor[]): string | null =>
  (ancestors.find(({ kind }) => kind === 'street') ?? ancestors[0])?.id ?? null;
