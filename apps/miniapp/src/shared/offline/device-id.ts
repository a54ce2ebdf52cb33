import { newRequestKey } from '../api/request-key';
import { storage } from '../platform/storage';

const key = 'xiaolin.device';

/**
 * A random number of this installation, so that one phone that scans for many is noticed. It says nothing about the
 * phone, and the server stores only a hash of it that is another one in every shift.
 */
export function deviceId(): string {
  const known = storage.getItem(key);
  if (known !== null && known.length >= 16) return known;
  const made = `${newRequestKey()}-${newRequestKey()}`.slice(0, 64);
  storage.setItem(key, made);
  return made;
}
