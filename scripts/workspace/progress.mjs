/** @param {number} startedAt a value of `performance.now()` */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs one step and prints one line when it ends. The work returns what the line should say when it was
 * quick because there was nothing to do ("up to date").
 *
 * @param {string} title
 * @param {() => Promise<string | void>} work
 */
export async function step(title, work) {
  const startedAt = performance.now();
  console.log(`… ${title}`);
  try {
    const note = await work();
    console.log(`✓ ${title}${note ? `: ${note}` : ''} (${secondsSince(startedAt)})`);
  } catch (error) {
    console.log(`✗ ${title} (${secondsSince(startedAt)})`);
    throw error;
  }
}

/** A failure whose message is all that a person needs; it is printed without a stack. */
export class PlainFailure extends Error {}

/**
 * Prints a failure the way its kind deserves and sets the exit code.
 * @param {unknown} error
 */
export function reportFailure(error) {
  console.error(error instanceof PlainFailure ? `\n${error.message}` : error);
  process.exitCode = 1;
}
