import { DEPENDANT_KINDS, type DependantKind } from '@xiaolin/shared-types/people/dependants';
import type { DependantView } from '@xiaolin/shared-types/people/schema';
import { birthYearText, readBirthYear } from '@/shared/ui/birth-year';
import { peopleText } from '@/shared/i18n/zh-CN/people';
import { partiesText as words } from '@/shared/i18n/zh-CN/parties';

/** What is being written about somebody: new, or one that is there. */
export interface DependantForm {
  readonly of: DependantView | null;
  readonly name: string;
  /** null until it is answered: an answer is never given in advance. */
  readonly kind: DependantKind | null;
  /** '' where it was not said. */
  readonly birthYear: string;
}

export const formOf = (of: DependantView | null): DependantForm => ({
  of,
  name: of?.name ?? '',
  kind: of?.kind ?? null,
  birthYear: birthYearText(of?.birthYear ?? null),
});

export interface DependantMends {
  readonly name?: string;
  readonly kind?: string;
  readonly birthYear?: string;
}

/** What is still missing, each with its mend; empty when it can be saved. */
export const mendsOf = ({ name, kind, birthYear }: DependantForm): DependantMends => ({
  ...(name.trim() === '' && { name: words.nameError }),
  ...(kind === null && { kind: words.kindError }),
  ...(readBirthYear(birthYear) === 'wrong' && { birthYear: peopleText.birthYearWrong }),
});

export const kindChoices = DEPENDANT_KINDS.map((kind) => ({
  value: kind,
  title: words.kinds[kind],
  ...(kind === 'child' && { note: words.childNote }),
}));
