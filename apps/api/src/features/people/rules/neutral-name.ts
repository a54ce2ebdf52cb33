/** No letters or digits that look alike; 32 of them, so that a byte maps evenly. */
const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The name of somebody who has not chosen one yet, e.g. 邻居7KQ2: it says nothing about the person. */
export const neutralName = (bytes: Iterable<number>): string =>
  `邻居${[...bytes].map((byte) => CHARACTERS.charAt(byte % CHARACTERS.length)).join('')}`;
