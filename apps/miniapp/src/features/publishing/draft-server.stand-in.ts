import type { ActivityDraft, StaffActivityView } from '@xiaolin/shared-types/activities/schema';
import { networkFailure, readFailure, type Result } from '@/shared/api/failure';
import type { DraftApi } from './draft-store';

/** For the specs: a server that versions one draft and answers a repeated key once, behind a network that fails. */
export class DraftServer implements DraftApi {
  view: StaffActivityView | null = null;
  readonly keys = new Map<string, string>();
  created = 0;
  saves = 0;
  /** `lost`: done, but the answer does not arrive. */
  network: 'up' | 'down' | 'lost' = 'up';

  #write(draft: ActivityDraft, version: number, status: StaffActivityView['status'] = 'draft') {
    const occurrences = draft.occurrences.map((each, at) => ({
      ...each,
      id: each.id ?? `o${version}-${at}`,
      line: { taken: 0 },
    }));
    this.view = {
      id: 'a1',
      status,
      version,
      draft: { ...draft, occurrences },
      organizationName: '',
      cancelledReason: null,
      missing: [],
      updatedAt: '2026-11-23T02:22:00.000Z',
    } as unknown as StaffActivityView;
    return this.view;
  }
  #answer(work: () => Result<StaffActivityView>): Promise<Result<StaffActivityView>> {
    if (this.network === 'down')
      return Promise.resolve({ ok: false, problem: networkFailure('unreachable') });
    const result = work();
    return Promise.resolve(
      this.network === 'lost' ? { ok: false, problem: networkFailure('timeout') } : result,
    );
  }
  create(key: string, draft: ActivityDraft) {
    return this.#answer(() => {
      const body = JSON.stringify(draft);
      const known = this.keys.get(key);
      if (known !== undefined && known !== body)
        return { ok: false, problem: readFailure({ code: 'request.key-reused' }) };
      if (known === undefined) {
        this.keys.set(key, body);
        this.created += 1;
        this.#write(draft, 1);
      }
      return this.#now();
    });
  }
  save(_id: string, version: number, draft: ActivityDraft) {
    return this.#answer(() => {
      if (this.view?.version !== version)
        return { ok: false, problem: readFailure({ code: 'activity.changed-meanwhile' }) };
      this.saves += 1;
      return { ok: true, value: this.#write(draft, version + 1, this.view.status) };
    });
  }
  read() {
    return this.#answer(() => this.#now());
  }
  publish() {
    return this.#answer(() => {
      if (this.view?.status === 'published')
        return { ok: false, problem: readFailure({ code: 'activity.wrong-state' }) };
      if (this.view?.draft.riskText === '')
        return {
          ok: false,
          problem: readFailure({
            code: 'activity.incomplete',
            errors: [{ path: 'draft.riskText', message: '写明风险' }],
          }),
        };
      if (this.view) this.view = { ...this.view, status: 'published' };
      return this.#now();
    });
  }
  #now(): Result<StaffActivityView> {
    return this.view === null
      ? { ok: false, problem: readFailure({ code: 'activity.unknown' }) }
      : { ok: true, value: this.view };
  }
  /** A colleague changes it. */
  meanwhile(part: Partial<ActivityDraft>) {
    if (this.view) this.#write({ ...this.view.draft, ...part }, this.view.version + 1, this.view.status);
  }
}
