/** Two clocks may differ by so much; beyond it nothing that the phone says about time is believed. */
export const MOST_CLOCK_ERROR_MS = 10 * 60_000;
/** A smaller difference may be the network's and not the clock's: taken off, it would cost somebody a minute. */
export const NETWORK_MS = 10_000;
/** A scan may wait for a network for three days: a weekend without signal, and no longer than absences stay open. */
export const LATEST_SYNC_MS = 72 * 3_600_000;

export type LateMoment =
  | { readonly believed: true; readonly at: number }
  | {
      readonly believed: false;
      readonly code: 'attendance.clock-off' | 'attendance.scan-too-old';
      readonly facts: Readonly<Record<string, number>>;
    };

/**
 * When a scan was made, by the server's clock. The difference is that of the whole batch: phone and server are
 * compared once, as it is sent.
 *
 * @param phone when it was scanned and when it is sent, both by the phone's clock; milliseconds since 1970
 */
export function lateMoment(
  phone: { readonly scannedAt: number; readonly sendsAt: number },
  now: number,
): LateMoment {
  const ahead = phone.sendsAt - now;
  if (Math.abs(ahead) > MOST_CLOCK_ERROR_MS)
    return { believed: false, code: 'attendance.clock-off', facts: { minutes: Math.round(ahead / 60_000) } };
  const off = Math.abs(ahead) <= NETWORK_MS ? 0 : ahead;
  // Scanned after it was sent: the phone's clock was set back meanwhile. Nothing happens in the future.
  const at = Math.min(phone.scannedAt - off, now);
  if (now - at > LATEST_SYNC_MS)
    return {
      believed: false,
      code: 'attendance.scan-too-old',
      facts: { hours: LATEST_SYNC_MS / 3_600_000 },
    };
  return { believed: true, at };
}
