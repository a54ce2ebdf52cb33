import { beforeAll, expect, it } from '@jest/globals';
import { organizationRoutes as routes } from '@xiaolin/shared-types/organizations/routes';
import { onRunningApp, valueOf } from '../../../test/app.js';
import { anOrganization } from '../../../test/builders.js';

onRunningApp('organizations over HTTP', (app) => {
  beforeAll(async () => {
    await app().seed(async (tx) => {
      const district = await anOrganization(tx, { id: 'district', kind: 'district' });
      const street = await anOrganization(tx, { id: 'street', kind: 'street', parentPath: district.path });
      await anOrganization(tx, {
        id: 'community',
        kind: 'community',
        parentPath: street.path,
        name: '万溪冲社区',
      });
    });
  });

  it('lists the tree, parents before children', async () => {
    const { items } = valueOf(await app().call(routes.list, { query: {} }));
    expect(items.map(({ id }) => id)).toEqual(['district', 'street', 'community']);
  });

  it('narrows by kind, Chinese intact', async () => {
    const { items } = valueOf(await app().call(routes.list, { query: { kind: 'community' } }));
    expect(items.map(({ name, parentId }) => [name, parentId])).toEqual([['万溪冲社区', 'street']]);
  });

  it('refuses a kind that does not exist, naming the field', async () => {
    const result = await app().call(routes.list, { query: { kind: 'planet' as never } });
    expect(result.ok ? null : result.problem.errors?.map(({ path }) => path)).toEqual(['query.kind']);
  });
});
