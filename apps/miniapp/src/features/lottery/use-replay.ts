import { type DrawnEntry, type Replay, replay } from '@xiaolin/shared-types/lottery/draw';
import type { DrawView } from '@xiaolin/shared-types/lottery/schema';
import { useRef, useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { readDrawPage } from './api';

export type Replaying =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly page: number; readonly of: number }
  | { readonly kind: 'drawing' }
  | { readonly kind: 'done'; readonly replay: Replay }
  | { readonly kind: 'failed'; readonly problem: Failure };

/** Lets the page show what is going on before the phone is busy with it. */
const paint = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Reads the whole published list anew and draws it again on this device, with the server's own code. */
export function useReplay(draw: DrawView): {
  readonly state: Replaying;
  readonly start: () => Promise<void>;
} {
  const [state, setState] = useState<Replaying>({ kind: 'idle' });
  const busy = useRef(false);

  const run = async (): Promise<Replaying> => {
    const { drawn, commitment, occurrenceId } = draw;
    if (drawn === null) return { kind: 'idle' };
    const entries: DrawnEntry[] = [];
    for (let page = 1; page <= drawn.pages; page += 1) {
      setState({ kind: 'reading', page, of: drawn.pages });
      const result = await readDrawPage(occurrenceId, page);
      if (!result.ok) return { kind: 'failed', problem: result.problem };
      entries.push(...result.value.entries);
    }
    setState({ kind: 'drawing' });
    await paint();
    const { seed, digest, seats, waitlistLimit } = drawn;
    const room = { seats, waitlistLimit };
    return { kind: 'done', replay: replay({ commitment, seed, digest, room, entries }) };
  };

  const start = async () => {
    if (busy.current) return;
    busy.current = true;
    setState(await run());
    busy.current = false;
  };
  return { state, start };
}
