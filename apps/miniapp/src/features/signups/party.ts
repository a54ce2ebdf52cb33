import type { AnswerInput } from '@xiaolin/shared-types/signups/questions';
import type { PartyInput } from '@xiaolin/shared-types/signups/schema';
import { partiesText as words } from '@/shared/i18n/zh-CN/parties';

/** Who comes along, as the form keeps it. */
export interface Party {
  readonly dependantIds: readonly string[];
  readonly companions: readonly string[];
}

export const nobodyElse: Party = { dependantIds: [], companions: [] };

/** The person and those who come along. */
export const seatsOf = ({ dependantIds, companions }: Party): number =>
  1 + dependantIds.length + companions.length;

/** Somebody who was forgotten meanwhile cannot be signed up. */
export const onlyKnown = (party: Party, known: readonly { readonly id: string }[]): Party => ({
  ...party,
  dependantIds: party.dependantIds.filter((id) => known.some((each) => each.id === id)),
});

export const partyInput = ({ dependantIds, companions }: Party): PartyInput => ({
  dependantIds: [...dependantIds],
  companions: companions.map((name) => ({ name })),
});

/** The same run with other people is another intent, and needs another request key. */
export const intentOf = (
  occurrenceId: string,
  { dependantIds, companions }: Party,
  answers: readonly AnswerInput[] = [],
): string =>
  [occurrenceId, ...[...dependantIds].sort(), ...companions]
    .concat(answers.length > 0 ? JSON.stringify(answers) : [])
    .join('|');

/** Why this name cannot be added, or null. */
export function companionProblem(name: string, { companions }: Party): string | null {
  if (name.trim() === '') return words.companionEmpty;
  return companions.includes(name.trim()) ? words.companionAgain : null;
}

/** 段丽华、杨小禾 */
export const namesOf = (
  name: string,
  { dependantIds, companions }: Party,
  known: readonly { readonly id: string; readonly name: string }[],
): string =>
  [name, ...known.filter(({ id }) => dependantIds.includes(id)).map((each) => each.name), ...companions].join(
    '、',
  );
