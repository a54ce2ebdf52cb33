import type { OfflineRoster } from '@xiaolin/shared-types/attendance/schema';
import type { TextStorage } from '@/shared/platform/storage';

/** A roster on this device with what is needed to read it. */
export interface KeptRoster extends Pick<OfflineRoster, 'payload' | 'signature'> {
  readonly personId: string;
  readonly shiftId: string;
  /** Of the key that signed it. */
  readonly publicKey: string;
  /** By how many milliseconds this device's clock is ahead of the server's. */
  readonly ahead: number;
  /** When nothing of it is good for anything any more, ISO 8601. */
  readonly validUntil: string;
}

export const rostersKey = 'xiaolin.rosters';
/** Some 100 bytes for each volunteer: a day's shifts at most, far below what storage takes. */
const MOST = 4;

const isKept = (saved: unknown): saved is KeptRoster => {
  const { payload, signature, personId, shiftId, publicKey, ahead, validUntil } = (saved ?? {}) as Record<
    string,
    unknown
  >;
  return (
    [payload, signature, personId, shiftId, publicKey, validUntil].every(
      (each) => typeof each === 'string',
    ) && typeof ahead === 'number'
  );
};

function readAll(text: string | null): KeptRoster[] {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(saved) ? saved.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Rosters of whoever loaded them, until they end: names do not lie about on devices. */
export function createKeptRosters(storage: TextStorage) {
  const all = (now: Date) =>
    readAll(storage.getItem(rostersKey)).filter(({ validUntil }) => Date.parse(validUntil) > now.getTime());
  return {
    read: (personId: string, shiftId: string, now: Date): KeptRoster | null =>
      all(now).find((kept) => kept.personId === personId && kept.shiftId === shiftId) ?? null,
    /** False where the device does not store it. */
    keep(roster: KeptRoster, now: Date): boolean {
      const others = all(now).filter(({ shiftId }) => shiftId !== roster.shiftId);
      storage.setItem(rostersKey, JSON.stringify([roster, ...others].slice(0, MOST)));
      return (storage.getItem(rostersKey) ?? '').includes(roster.signature);
    },
  };
}
