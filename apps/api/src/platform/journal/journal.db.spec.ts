import { expect, it } from '@jest/globals';
import { onBothEngines } from '../../test/engines.js';
import { writeJournal } from './journal.js';

onBothEngines('the journal', (db) => {
  const entry = {
    subjectKind: 'activity',
    subjectId: 'a-1',
    actorId: 'p-1',
    actorRole: 'worker',
    scopeId: 'org-1',
    action: 'cancelled',
    before: 'published',
    after: 'cancelled',
    reason: '台风天气',
  };
  const trail = () =>
    db().uow.read((tx) => tx.query<Record<string, unknown>>('SELECT * FROM journal ORDER BY id'));

  it('keeps every field, in the transaction of the change', async () => {
    let serial = 0;
    const stamp = { nextId: () => `j-${(serial += 1)}`, at: '2026-11-23T02:00:00.000Z' };
    await db().uow.run((tx) => writeJournal(tx, [entry, { ...entry, scopeId: null, reason: null }], stamp));
    const rolledBack = db().uow.run(async (tx) => {
      await writeJournal(tx, [entry], stamp);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect((await trail()).map((row) => ({ ...row }))).toEqual([
      {
        id: 'j-1',
        subject_kind: 'activity',
        subject_id: 'a-1',
        actor_id: 'p-1',
        actor_role: 'worker',
        scope_id: 'org-1',
        action: 'cancelled',
        before_state: 'published',
        after_state: 'cancelled',
        reason: '台风天气',
        at: '2026-11-23T02:00:00.000Z',
      },
      expect.objectContaining({ id: 'j-2', scope_id: null, reason: null }),
    ]);
  });
});
