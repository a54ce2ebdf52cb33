import { signingRoutes } from '@xiaolin/shared-types/signing/routes';
import type { PublishedKey } from '@xiaolin/shared-types/signing/schema';
import { storage } from '@/shared/platform/storage';
import { api } from '@/shared/session/session';

const STORED = 'certificate-keys';

/** Public keys, fetched when there is a network and kept for when there is none; none where neither is. */
export async function publishedKeys(): Promise<readonly PublishedKey[]> {
  const fresh = await api(signingRoutes.keys, {});
  if (fresh.ok) {
    storage.setItem(STORED, JSON.stringify(fresh.value.keys));
    return fresh.value.keys;
  }
  try {
    const kept: unknown = JSON.parse(storage.getItem(STORED) ?? '[]');
    return Array.isArray(kept) ? (kept as PublishedKey[]) : [];
  } catch {
    return [];
  }
}
