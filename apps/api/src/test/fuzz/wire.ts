import { Agent, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FuzzRequest } from './requests.js';

export interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Kept-alive connections to one server on this machine. */
export class Wire {
  readonly #agent: Agent;

  constructor(
    private readonly baseUrl: string,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask({ method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? undefined : Buffer.byteLength(body);
      const request = send(this.baseUrl + path, {
        agent: this.#agent,
        method,
        headers: { ...headers, ...(length !== undefined && { 'content-length': length }) },
        timeout: 10_000,
      });
      request
        .on('timeout', () => request.destroy(new Error('no answer within ten seconds')))
        .on('error', reject)
        .on('response', (response) => {
          const { statusCode = 0, headers: sent } = response;
          text(response).then(
            (answer) => resolve({ status: statusCode, type: sent['content-type'] ?? '', text: answer }),
            reject,
          );
        });
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
