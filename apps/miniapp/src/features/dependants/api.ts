import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import type { DependantKind } from '@xiaolin/shared-types/people/dependants';
import { api } from '@/shared/session/session';

export interface DependantInput {
  readonly name: string;
  readonly kind: DependantKind;
  readonly birthYear: number | null;
}

export const listDependants = () => api(peopleRoutes.listDependants, {});
export const addDependant = (input: DependantInput, requestKey: string) =>
  api(peopleRoutes.addDependant, { body: { requestKey, ...input } });
export const saveDependant = (dependantId: string, input: DependantInput) =>
  api(peopleRoutes.saveDependant, { params: { dependantId }, body: input });
export const removeDependant = (dependantId: string) =>
  api(peopleRoutes.removeDependant, { params: { dependantId } });
