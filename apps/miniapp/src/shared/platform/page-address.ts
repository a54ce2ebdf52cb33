/** A mini-app page has no address of its own. */
export const pageAddress = (_path: string): string | null => null;
