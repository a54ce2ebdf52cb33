/** For whom somebody may sign up besides themselves: 孩子, 老人, 邻居. */
export const DEPENDANT_KINDS = ['child', 'elder', 'neighbour'] as const;
export type DependantKind = (typeof DEPENDANT_KINDS)[number];

/** How many dependants one person may keep. */
export const MOST_DEPENDANTS = 20;
