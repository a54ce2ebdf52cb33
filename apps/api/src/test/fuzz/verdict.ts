import { commonProblems, ProblemDocument, problems } from '@xiaolin/shared-types/contract/problem';
import type { Route } from '@xiaolin/shared-types/contract/route';
import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import type { FuzzRequest } from './requests.js';
import type { FuzzAnswer } from './wire.js';

/** What our own insides look like; nothing that a fuzz request holds looks like it. */
const INSIDES = /node_modules|\n\s+at |ER_[A-Z]{3}|SQLITE_|QueryFailed|sqlMessage|dist\/|\.ts:\d/;

/** What is wrong with an answer; undefined when it is in the contract. */
export function faultOf(route: Route, request: FuzzRequest, answer: FuzzAnswer): string | undefined {
  if (INSIDES.test(answer.text)) return 'shows our insides';
  // The answer to HEAD has no text.
  if (request.method === 'HEAD') return answer.status < 500 ? undefined : `${answer.status} to HEAD`;
  return answer.status === 200 ? faultOfValue(route, answer) : faultOfRefusal(route, request, answer);
}

function faultOfValue(route: Route, { type, text }: FuzzAnswer): string | undefined {
  if (route.produces !== undefined) return type === route.produces ? undefined : `a file of type ${type}`;
  if (!type.startsWith('application/json')) return `a value of type ${type}`;
  const { issues } = v.safeParse(route.response as GenericSchema, JSON.parse(text));
  return issues && `a value outside the contract at ${issues.map((issue) => v.getDotPath(issue)).join(', ')}`;
}

function faultOfRefusal(route: Route, request: FuzzRequest, answer: FuzzAnswer): string | undefined {
  if (!answer.type.startsWith('application/problem+json')) return `a refusal of type ${answer.type}`;
  const { success, output } = v.safeParse(ProblemDocument, JSON.parse(answer.text));
  if (!success) return 'a refusal that is no problem document';
  const { code, status } = output;
  if (answer.text.includes(request.mark)) return `${code} repeats what was sent`;
  if (status !== answer.status || status !== problems[code].status) return `${code} with ${answer.status}`;
  if (code === 'server.unexpected' || code === 'server.not-ready') return code;
  if (code === 'route.unknown' && request.bent) return undefined;
  const allowed: readonly string[] = [...commonProblems, ...(route.problems ?? [])];
  return allowed.includes(code) ? undefined : `${code} is not among the route's problems`;
}
