import * as v from 'valibot';
import { anyone, person } from '../contract/access.js';
import { Done, Id } from '../contract/fields.js';
import { defineRoute } from '../contract/route.js';
import {
  CreateDependant,
  DemoPersonView,
  DependantView,
  DisplayName,
  MeView,
  SaveDependant,
  SaveDetails,
  SessionView,
} from './schema.js';

const dependantParam = v.object({ dependantId: Id });

export const peopleRoutes = {
  signInWithWechat: defineRoute({
    method: 'POST',
    path: '/sessions/wechat',
    summary: 'Exchanges the code of wx.login for a session; a new person is made on the first visit.',
    access: anyone,
    body: v.object({ code: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, 'the code of wx.login')) }),
    response: SessionView,
    problems: ['session.code-refused', 'session.account-blocked', 'session.wechat-unavailable'],
    limit: 'sign-in',
  }),
  listDemoPeople: defineRoute({
    method: 'GET',
    path: '/sessions/demo',
    summary: 'The named people of the try-out mode; refused when the mode is off.',
    access: anyone,
    response: v.object({ items: v.array(DemoPersonView) }),
    problems: ['session.demo-off'],
  }),
  signInAsDemoPerson: defineRoute({
    method: 'POST',
    path: '/sessions/demo',
    summary: 'A session as one of the named people; only in the try-out mode.',
    access: anyone,
    body: v.object({ personId: Id }),
    response: SessionView,
    problems: ['session.demo-off', 'person.unknown'],
    limit: 'sign-in',
  }),
  signOut: defineRoute({
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Revokes this session; every process refuses its token within a minute.',
    access: person,
    response: Done,
  }),
  me: defineRoute({
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, with current memberships.',
    access: person,
    response: MeView,
  }),
  rename: defineRoute({
    method: 'PUT',
    path: '/me/name',
    summary: 'Sets the name that organisers see.',
    access: person,
    body: v.object({ displayName: DisplayName }),
    response: MeView,
  }),
  saveDetails: defineRoute({
    method: 'PUT',
    path: '/me/details',
    summary:
      'Sets or takes back where the caller lives and their year of birth; activities with limits ask for them.',
    access: person,
    body: SaveDetails,
    response: MeView,
    problems: ['organization.unknown'],
  }),
  listDependants: defineRoute({
    method: 'GET',
    path: '/me/dependants',
    summary: 'Whom the caller signs up besides themselves, in the order in which they were added.',
    access: person,
    response: v.object({ items: v.array(DependantView) }),
  }),
  addDependant: defineRoute({
    method: 'POST',
    path: '/me/dependants',
    summary: 'Adds a child, an elder or a neighbour.',
    access: person,
    body: CreateDependant,
    response: DependantView,
    problems: ['dependant.too-many', 'request.key-reused'],
  }),
  saveDependant: defineRoute({
    method: 'PUT',
    path: '/me/dependants/:dependantId',
    summary: 'Changes a dependant; places that are taken keep the name they were taken with.',
    access: person,
    params: dependantParam,
    body: SaveDependant,
    response: DependantView,
    problems: ['dependant.unknown'],
  }),
  removeDependant: defineRoute({
    method: 'DELETE',
    path: '/me/dependants/:dependantId',
    summary: 'Forgets a dependant.',
    access: person,
    params: dependantParam,
    response: Done,
    problems: ['dependant.unknown'],
  }),
};
