import { beforeEach, expect, it } from '@jest/globals';
import { inboxRoutes as routes } from '@xiaolin/shared-types/inbox/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aPerson } from '../../../test/builders.js';
import { Messages } from '../use-cases/messages.js';

onRunningApp('inbox over HTTP', (app) => {
  let me: string;
  let other: string;

  const tell = async (personId: string, eventKey: string, title = '花艺课') => {
    await app().seed((tx) =>
      app()
        .get(Messages)
        .tell(tx, [{ personId, kind: 'signup.offered', facts: { title, seats: 1 }, eventKey }]),
    );
    await app().deliverOutbox();
    app().clock.advance(1);
  };
  const list = async (as: string, query: { limit?: string; cursor?: string } = {}) =>
    valueOf(await app().call(routes.list, { query, as }));

  beforeEach(async () => {
    me = (await app().seed((tx) => aPerson(tx))).id;
    other = (await app().seed((tx) => aPerson(tx))).id;
  });

  it("shows my messages, latest first, Chinese intact, and nobody else's", async () => {
    await tell(me, 'first');
    await tell(me, 'second', '太极 🥋');
    await tell(other, 'theirs');
    const { items } = await list(me);
    expect(items.map(({ facts, read }) => [facts, read])).toEqual([
      [{ title: '太极 🥋', seats: 1 }, false],
      [{ title: '花艺课', seats: 1 }, false],
    ]);
  });

  it('pages without losing or repeating one, though two carry the same moment', async () => {
    await app().seed((tx) =>
      app()
        .get(Messages)
        .tell(
          tx,
          ['a', 'b', 'c', 'd', 'e'].map((eventKey) => ({
            personId: me,
            kind: 'activity.changed' as const,
            facts: {},
            eventKey,
          })),
        ),
    );
    await app().deliverOutbox();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(me, {
        limit: '2',
        ...(cursor !== null && { cursor }),
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it('marks everything up to a message as read, and leaves what came later', async () => {
    for (const eventKey of ['1', '2', '3']) await tell(me, eventKey);
    const { items } = await list(me);
    valueOf(await app().call(routes.markAllRead, { body: { upTo: items[1]?.id ?? '' }, as: me }));
    expect((await list(me)).items.map(({ read }) => read)).toEqual([false, true, true]);
  });

  it("refuses another person's message, and marks nothing of theirs", async () => {
    await tell(other, 'theirs');
    const { items } = await list(other);
    const refused = await app().call(routes.markAllRead, { body: { upTo: items[0]?.id ?? '' }, as: me });
    expect(codeOf(refused)).toBe('request.invalid');
    expect((await list(other)).items.map(({ read }) => read)).toEqual([false]);
  });

  it('needs a session', async () => {
    expect(codeOf(await app().call(routes.list, { query: {} }))).toBe('session.required');
  });
});
