import { beforeAll, expect, it } from '@jest/globals';
import { MOST_DEPENDANTS } from '@xiaolin/shared-types/people/dependants';
import { peopleRoutes as routes } from '@xiaolin/shared-types/people/routes';
import { codeOf, onRunningApp, valueOf } from '../../../test/app.js';
import { aPerson } from '../../../test/builders.js';

onRunningApp('dependants over HTTP', (app) => {
  let me = '';
  let other = '';
  beforeAll(() =>
    app().seed(async (tx) => {
      me = (await aPerson(tx)).id;
      other = (await aPerson(tx)).id;
    }),
  );
  const child = { name: '朵朵', kind: 'child' as const, birthYear: 2018 };
  const add = (requestKey: string, as = me) =>
    app().call(routes.addDependant, { body: { requestKey, ...child }, as });
  const list = async (as = me) => valueOf(await app().call(routes.listDependants, { as })).items;

  it('adds once, changes and forgets', async () => {
    const added = valueOf(await add('dependant-key-1'));
    expect(valueOf(await add('dependant-key-1'))).toEqual(added);
    expect(await list()).toEqual([{ id: added.id, ...child }]);
    const params = { dependantId: added.id };
    const body = { ...child, name: '朵朵 王', birthYear: null };
    expect(valueOf(await app().call(routes.saveDependant, { params, body, as: me }))).toEqual({
      id: added.id,
      ...body,
    });
    expect(codeOf(await app().call(routes.saveDependant, { params, body, as: other }))).toBe(
      'dependant.unknown',
    );
    expect(codeOf(await app().call(routes.removeDependant, { params, as: other }))).toBe('dependant.unknown');
    expect(codeOf(await app().call(routes.removeDependant, { params, as: me }))).toBe('ok');
    expect(await list()).toEqual([]);
  });

  it('keeps a bounded number, also when the last ones arrive together', async () => {
    const codes = await Promise.all(
      Array.from({ length: MOST_DEPENDANTS + 5 }, async (_, at) =>
        codeOf(await add(`many-key-${at}`, other)),
      ),
    );
    expect(codes.filter((code) => code === 'dependant.too-many')).toHaveLength(5);
    expect(await list(other)).toHaveLength(MOST_DEPENDANTS);
  });
});
