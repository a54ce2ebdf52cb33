import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import type { DependantKind } from '@xiaolin/shared-types/people/dependants';
import { api } from '@/shared/session/session';

export interface DependantInput {
  readonly name: string;
  readonly kind: DependantKind;
}

/** No year of birth: nothing asks for it yet, so it is not collected. */
const fieldsOf = ({ name, kind }: DependantInput) => ({ name, kind, birthYear: null });

export const listDependants = () => api(peopleRoutes.listDependants, {});
export const addDependant = (input: DependantInput, requestKey: string) =>
  api(peopleRoutes.addDependant, { body: { requestKey, ...fieldsOf(input) } });
export const saveDependant = (dependantId: string, input: DependantInput, birthYear: number | null) =>
  api(peopleRoutes.saveDependant, { params: { dependantId }, body: { ...fieldsOf(input), birthYear } });
export const removeDependant = (dependantId: string) =>
  api(peopleRoutes.removeDependant, { params: { dependantId } });
