import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import type { Route } from '@xiaolin/shared-types/contract/route';
import { ROUTE } from './endpoint.js';

/** Handlers that stand outside the contract: for machines that watch the process, without any data of people. */
export const OPERATIONAL = Symbol('operational');

/**
 * Every route that the app serves, from its controllers.
 *
 * @throws Error naming the handler, so that the app does not start, when one has no declaration of the contract, or
 * when a cached route is not public.
 */
export function declaredRoutes(app: INestApplication): readonly Route[] {
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (handler === undefined || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
        if (reflector.get(OPERATIONAL, handler)) return [];
        return [
          checked(
            reflector.get<Route | undefined>(ROUTE, handler),
            `${String(prototype.constructor.name)}.${name}`,
          ),
        ];
      });
    });
}

function checked(route: Route | undefined, handler: string): Route {
  // Written in plain JavaScript or cast, a declaration can lack its access in spite of the types.
  if (route === undefined || (route as Partial<Route>).access === undefined)
    throw new Error(
      `${handler} serves a route without an access declaration; use @Endpoint(route) of the contract`,
    );
  if (route.cacheSeconds !== undefined && route.access.kind !== 'public')
    throw new Error(`${handler}: only public answers may be cached`);
  return route;
}
