/** Milliseconds before the next try after so many failures: 2 s, 4 s, 8 s … at most an hour. */
export const retryDelayMs = (attempts: number): number => Math.min(2 ** attempts * 1_000, 3_600_000);
