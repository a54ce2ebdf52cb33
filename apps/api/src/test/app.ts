import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { commonProblems, ProblemDocument, type Problem } from '@xiaolin/shared-types/contract/problem';
import {
  addressOf,
  API_PREFIX,
  type Answer,
  type Call,
  type Route,
} from '@xiaolin/shared-types/contract/route';
import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { Tokens } from '../platform/auth/tokens.js';
import type { Config } from '../platform/config/config.js';
import type { Engine } from '../platform/db/data-source.js';
import { type Tx, UnitOfWork } from '../platform/db/unit-of-work.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { OutboxRunner } from '../platform/outbox/outbox-runner.js';
import { start } from '../start.js';
import { createTestDatabase, describeOnMysql } from './engines.js';
import { TestClock } from './test-clock.js';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A running app on a real port, with a real database and a clock that the spec moves. */
export interface TestApp {
  readonly clock: TestClock;
  readonly nest: INestApplication;
  readonly baseUrl: string;
  readonly config: Config;
  readonly uow: UnitOfWork;
  /** Calls a route, optionally as a person; every answer is checked against the contract. */
  call<R extends Route>(route: R, call: Call<R> & { readonly as?: string }): Promise<Result<Answer<R>>>;
  /** A token for a person, as signing in would give. */
  tokenFor(personId: string): string;
  seed<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Delivers what waits in the outbox. */
  deliverOutbox(): Promise<void>;
  /** Runs every job once. */
  runJobs(): Promise<void>;
  /** A provider of the running app. */
  get<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

export async function startTestApp(
  engine: Engine = 'sqlite',
  clock = new TestClock(),
  override: Partial<Parameters<typeof start>[0]> = {},
): Promise<TestApp> {
  const database = await createTestDatabase(engine);
  const app = await start({ ...database.config, ...override }, { clock });
  const tokens = app.nest.get(Tokens);
  const uow = app.nest.get(UnitOfWork);
  const runner = app.nest.get(OutboxRunner);
  // Specs deliver by hand, so that what they see does not depend on time.
  const jobs = app.nest.get(JobRunner);
  await Promise.all([runner.stop(), jobs.stop()]);
  const baseUrl = `http://127.0.0.1:${app.port}`;
  const tokenFor = (personId: string) => tokens.issue(personId).token;
  return {
    clock,
    nest: app.nest,
    baseUrl,
    config: database.config,
    uow,
    tokenFor,
    call: (route, call) =>
      callRoute(baseUrl, route, call, call.as === undefined ? undefined : tokenFor(call.as)),
    seed: (work) => uow.run(work),
    deliverOutbox: async () => {
      while ((await runner.runOnce()) > 0);
    },
    runJobs: () => jobs.runOnce(),
    get: (token) => app.nest.get(token),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** Calls a route over the wire and checks what comes back against the contract, refusals included. */
export async function callRoute<R extends Route>(
  baseUrl: string,
  route: R,
  call: Call<R>,
  token?: string,
): Promise<Result<Answer<R>>> {
  const { body } = call as { body?: unknown };
  const response = await fetch(`${baseUrl}${API_PREFIX}${addressOf(route, call)}`, {
    method: route.method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.status === 200 && route.produces !== undefined) {
    expect(response.headers.get('content-type')).toBe(route.produces);
    // Byte by byte: a file need not be text.
    return { ok: true, value: Buffer.from(await response.arrayBuffer()).toString('latin1') as Answer<R> };
  }
  const answer: unknown = await response.json();
  if (response.status === 200) {
    expect(v.safeParse(route.response as GenericSchema, answer).issues).toBeUndefined();
    return { ok: true, value: answer as Answer<R> };
  }
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = v.parse(ProblemDocument, answer);
  expect(problem.status).toBe(response.status);
  expect([...commonProblems, ...(route.problems ?? [])]).toContain(problem.code);
  return { ok: false, problem };
}

/** The value, or a failed test that shows the problem. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** The code of a refusal, or `ok`. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

/** The same spec against a running app on both engines. */
export function onRunningApp(name: string, body: (app: () => TestApp) => void): void {
  for (const engine of ['sqlite', 'mysql'] as const) {
    const suite = engine === 'mysql' ? describeOnMysql : describe;
    suite(`${name} [${engine}]`, () => {
      let app: TestApp | undefined;
      beforeAll(async () => {
        app = await startTestApp(engine);
      });
      afterAll(async () => {
        await app?.close();
      });
      body(() => {
        if (app === undefined) throw new Error('the app runs inside tests only');
        return app;
      });
    });
  }
}
