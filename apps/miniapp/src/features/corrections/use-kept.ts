import { useCallback, useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import { storage } from '@/shared/platform/storage';

/** A form's content, kept on the device as it is typed; `forget` once the server has it. */
export function useKept<T>(key: string, read: (text: string | null) => T) {
  const [value, setValue] = useState(() => read(storage.getItem(key)));
  const change = useCallback(
    (next: T) => {
      storage.setItem(key, JSON.stringify(next));
      setValue(next);
    },
    [key],
  );
  const forget = useCallback(() => storage.removeItem(key), [key]);
  return { value, change, forget };
}

/** One request key for one content: the same tried again keeps it, anything else is another intent. */
export function useIntent(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, key: newRequestKey() };
    return last.current.key;
  };
}
