/** What pictures of this feature belong to. */
export const PICTURED = { correction: 'correction', entry: 'manual-entry' } as const;
