import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, SetMetadata, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { anyone, person } from '@xiaolin/shared-types/contract/access';
import { defineRoute, type Route } from '@xiaolin/shared-types/contract/route';
import * as v from 'valibot';
import { declaredRoutes, OPERATIONAL } from './declared-routes.js';
import { Endpoint } from './endpoint.js';

const open = defineRoute({
  method: 'GET',
  path: '/open',
  summary: 'Open.',
  access: anyone,
  response: v.object({}),
});
const { access: _, ...withoutAccess } = open;

@Controller()
class Declared {
  @Endpoint(open)
  open() {
    return {};
  }

  @Get('/watch')
  @SetMetadata(OPERATIONAL, true)
  watch() {
    return {};
  }

  notAHandler() {
    return 1;
  }
}

@Controller()
class Undeclared {
  @Get('/back-door')
  backDoor() {
    return {};
  }
}

@Controller()
class WithoutAccess {
  @Endpoint(withoutAccess as unknown as Route)
  open() {
    return {};
  }
}

@Controller()
class CachedForPeople {
  @Endpoint({ ...open, access: person, cacheSeconds: 1 })
  mine() {
    return {};
  }
}

describe('declaredRoutes', () => {
  let app: NestFastifyApplication | undefined;
  afterEach(() => app?.close());

  async function routesOf(controller: Type): Promise<readonly Route[]> {
    @Module({ imports: [DiscoveryModule], controllers: [controller] })
    class Root {}
    app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), { logger: false });
    return declaredRoutes(app);
  }

  it('lists what the contract declares', async () => {
    expect(await routesOf(Declared)).toEqual([open]);
  });

  it.each<[string, Type, string]>([
    [
      'a handler without a declaration',
      Undeclared,
      'Undeclared.backDoor serves a route without an access declaration',
    ],
    [
      'a declaration without access',
      WithoutAccess,
      'WithoutAccess.open serves a route without an access declaration',
    ],
    [
      'a cached answer that is not public',
      CachedForPeople,
      'CachedForPeople.mine: only public answers may be cached',
    ],
  ])('stops the start: %s', async (_, controller, message) => {
    await expect(routesOf(controller)).rejects.toThrow(message);
  });
});
