import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyRequest } from 'fastify';
import { OPERATIONAL } from '../http/declared-routes.js';
import { ROUTE } from '../http/endpoint.js';
import { Refusal } from '../http/refusal.js';
import { Revocations } from './revocations.js';
import { StaffDirectory } from './staff-directory.js';
import { type Actor, Tokens } from './tokens.js';

interface Identified extends FastifyRequest {
  actor?: Actor;
  tokenExpiresAt?: string;
}

/**
 * Reads each route's access declaration and turns away whom it does not let in. Whether a staff member's scope holds
 * the object is decided by the use case, inside the transaction that relies on it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly revocations: Revocations,
    private readonly staff: StaffDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (Reflect.getMetadata(OPERATIONAL, context.getHandler()) === true) return true;
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    // The start-up check makes this impossible; failing closed costs nothing.
    if (route === undefined) throw new Refusal('session.required');
    if (route.access.kind === 'public') return true;
    const actor = this.#identify(context.switchToHttp().getRequest<Identified>());
    if (route.access.kind === 'staff') {
      const { roles } = route.access;
      const held = await this.staff.rolesOf(actor.personId);
      if (!held.some((role) => roles.includes(role))) throw new Refusal('access.not-staff');
    }
    return true;
  }

  #identify(request: Identified): Actor {
    const header = request.headers.authorization;
    if (header === undefined || !header.startsWith('Bearer ')) throw new Refusal('session.required');
    const checked = this.tokens.check(header.slice('Bearer '.length));
    if (checked === 'forged') throw new Refusal('session.required');
    if (checked === 'expired') throw new Refusal('session.expired');
    if (this.revocations.isRevoked(checked.actor.sessionId)) throw new Refusal('session.revoked');
    request.actor = checked.actor;
    request.tokenExpiresAt = checked.expiresAt;
    return checked.actor;
  }
}

/** The person who sends the request; only on routes that are not public. */
export const Who = createParamDecorator((_: undefined, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Identified>();
  if (actor === undefined) throw new TypeError('a public route has no actor');
  return actor;
});

/** When the caller's token ends (ISO 8601). */
export const TokenEnd = createParamDecorator((_: undefined, context: ExecutionContext): string => {
  const { tokenExpiresAt } = context.switchToHttp().getRequest<Identified>();
  if (tokenExpiresAt === undefined) throw new TypeError('a public route has no token');
  return tokenExpiresAt;
});
