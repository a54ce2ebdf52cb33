import { expect, it } from '@jest/globals';
import { aLineState } from '../../../test/line-state.js';
import { decideParty, type Dependant } from './decide-party.js';

const child: Dependant = { id: 'child', ownerId: 'me', name: '朵朵', kind: 'child', birthYear: 2018 };
const known = new Map([[child.id, child]]);
const asked = (dependantIds: string[], ...companions: string[]) => ({
  dependantIds,
  companions: companions.map((name) => ({ name })),
});
const decide = (given: Parameters<typeof aLineState>[0], ...party: Parameters<typeof asked>) =>
  decideParty(aLineState(given), 'me', asked(...party), known);

it('brings dependants and companions by name', () => {
  expect(decide({ capacity: 9 }, ['child'], '王姐')).toEqual({
    kind: 'party',
    guests: [
      { dependantId: 'child', name: '朵朵', kind: 'child', birthYear: 2018 },
      { dependantId: null, name: '王姐', kind: 'companion', birthYear: null },
    ],
  });
});

it.each([
  ['more than the limit', { partyLimit: 2, capacity: 9 }, asked(['child'], '王姐'), 'signup.party-too-large'],
  [
    'more than all the seats',
    { partyLimit: 5, capacity: 2 },
    asked(['child'], '王姐'),
    'signup.party-too-large',
  ],
  ["somebody else's dependant", { capacity: 9 }, asked(['another']), 'dependant.unknown'],
])('refuses %s', (_, given, party, code) => {
  expect(decideParty(aLineState(given), 'me', party, known)).toMatchObject({ code });
});

it("refuses another person's dependant though it exists", () => {
  expect(decideParty(aLineState({ capacity: 9 }), 'you', asked(['child']), known)).toMatchObject({
    code: 'dependant.unknown',
  });
});
