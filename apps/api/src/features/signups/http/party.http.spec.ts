import { beforeAll, expect, it } from '@jest/globals';
import { peopleRoutes } from '@xiaolin/shared-types/people/routes';
import { signupRoutes as routes } from '@xiaolin/shared-types/signups/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aLine, aMembership, anOrganization, aPerson } from '../../../test/builders.js';

onRunningApp('parties over HTTP', (app) => {
  let keys = 0;
  const requestKey = () => `party-key-${(keys += 1)}-0000`;
  const ids = { me: '', other: '', worker: '', stranger: '', line: '', child: '' };

  beforeAll(async () => {
    await app().seed(async (tx) => {
      const mine = await anOrganization(tx);
      ids.me = (await aPerson(tx, { name: '段丽华' })).id;
      ids.other = (await aPerson(tx)).id;
      ids.worker = (await aPerson(tx)).id;
      ids.stranger = (await aPerson(tx)).id;
      await aMembership(tx, ids.worker, mine.id);
      await aMembership(tx, ids.stranger, (await anOrganization(tx)).id);
      ids.line = (await aLine(tx, { organizationId: mine.id, capacity: 6, partyLimit: 3 })).id;
    });
    const body = { requestKey: requestKey(), name: '朵朵', kind: 'child' as const, birthYear: null };
    ids.child = valueOf(await app().call(peopleRoutes.addDependant, { body, as: ids.me })).id;
  });

  const join = (as: string, dependantIds: string[], companions: string[] = [], key = requestKey()) =>
    app().call(routes.createForOccurrence, {
      params: { occurrenceId: ids.line },
      body: {
        requestKey: key,
        party: { dependantIds, companions: companions.map((name) => ({ name })) },
      },
      as,
    });
  const roster = async () =>
    valueOf(
      await app().call(routes.rosterOfOccurrence, {
        params: { occurrenceId: ids.line },
        query: {},
        as: ids.worker,
      }),
    ).items;

  it("refuses what does not fit: too many, somebody else's dependant, one twice", async () => {
    expect(codeOf(await join(ids.me, [ids.child], ['王姐', '李姐']))).toBe('signup.party-too-large');
    expect(codeOf(await join(ids.other, [ids.child]))).toBe('dependant.unknown');
    expect(codeOf(await join(ids.me, [ids.child, ids.child]))).toBe('request.invalid');
    expect(await roster()).toEqual([]);
  });

  it('takes seats for all, names them to the owner and to the staff, and frees all of them', async () => {
    const place = valueOf(await join(ids.me, [ids.child], ['王姐']));
    expect(place).toMatchObject({ status: 'confirmed', seats: 3 });
    const guests = [
      { name: '朵朵', kind: 'child' },
      { name: '王姐', kind: 'companion' },
    ];
    const mine = valueOf(await app().call(routes.mineOne, { params: { signupId: place.id }, as: ids.me }));
    expect(mine.guests).toEqual(guests);
    expect((await roster()).map(({ seats, guests: named, byStaff }) => [seats, named, byStaff])).toEqual([
      [3, guests, false],
    ]);
    const body = { requestKey: requestKey() };
    valueOf(await app().call(routes.cancel, { params: { signupId: place.id }, body, as: ids.me }));
    const again = valueOf(await join(ids.me, [], ['赵姐']));
    expect(again).toMatchObject({ id: place.id, seats: 2 });
    expect((await roster())[0]?.guests).toEqual([{ name: '赵姐', kind: 'companion' }]);
  });

  it('lets staff sign up somebody without a phone, once for every retry, and keeps who did it', async () => {
    const key = requestKey();
    const forSomebody = (as: string, body: object = {}) =>
      app().call(routes.createForSomebody, {
        params: { occurrenceId: ids.line },
        body: { requestKey: key, displayName: '杨奶奶', phone: '0871-5551234', ...body },
        as,
      });
    const place = valueOf(await forSomebody(ids.worker));
    expect(valueOf(await forSomebody(ids.worker))).toEqual(place);
    expect(codeOf(await forSomebody(ids.worker, { displayName: '别人' }))).toBe('request.key-reused');
    expect(codeOf(await forSomebody(ids.stranger))).toBe('access.out-of-scope');
    expect(codeOf(await forSomebody(ids.me))).toBe('access.not-staff');
    const entry = (await roster()).find(({ signupId }) => signupId === place.id);
    expect(entry).toMatchObject({ displayName: '杨奶奶', byStaff: true, seats: 1 });
    const made = await app().uow.read((tx) =>
      tx.query<{ n: number }>("SELECT COUNT(*) AS n FROM person WHERE display_name = '杨奶奶'"),
    );
    expect(Number(made[0]?.n)).toBe(1);
    const [kept] = await app().uow.read((tx) =>
      tx.query<{ registered_by: string }>('SELECT registered_by FROM signup WHERE id = ?', [place.id]),
    );
    expect(kept?.registered_by).toBe(ids.worker);
  });
});
