import * as v from 'valibot';
import { administrators, person } from '../contract/access.js';
import { Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import { ServiceTotalsView, StarSteps } from './schema.js';

export const serviceTotalRoutes = {
  mine: defineRoute({
    method: 'GET',
    path: '/me/hours/summary',
    summary: "The caller's minutes by year, recording unit and category, and the stars they come to.",
    access: person,
    response: ServiceTotalsView,
  }),
  changeStars: defineRoute({
    method: 'PUT',
    path: '/staff/organizations/:organizationId/stars',
    summary: 'Sets the hours at which stars begin, for everybody whose district this is.',
    access: administrators('organization'),
    params: v.object({ organizationId: Id }),
    body: StarSteps,
    response: StarSteps,
    problems: ['organization.unknown'],
  }),
};
