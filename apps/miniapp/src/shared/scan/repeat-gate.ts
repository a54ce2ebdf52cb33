/** A code must be out of view this long before it counts as shown again. */
const goneMilliseconds = 3_000;

export interface RepeatGate {
  /** Whether this reading is a new showing of a code, and not the one that is still held in view. */
  readonly fresh: (text: string, now: number) => boolean;
  /** Takes the same code again at once: nobody answered the last showing. */
  readonly forget: (text: string) => void;
}

/**
 * A camera reads the code in front of it several times a second; the door must hear of it once. Every sighting
 * prolongs the wait, so that somebody who holds the phone there for a minute is not asked about twice.
 */
export function createRepeatGate(): RepeatGate {
  const lastSeen = new Map<string, number>();
  return {
    fresh: (text, now) => {
      for (const [code, at] of lastSeen) if (now - at >= goneMilliseconds) lastSeen.delete(code);
      const held = lastSeen.has(text);
      lastSeen.set(text, now);
      return !held;
    },
    forget: (text) => void lastSeen.delete(text),
  };
}
