import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a bad network does to one request; the server never learns of any of it. */
export const MISHAPS = [
  'request lost',
  'answer lost',
  'answer cut',
  'sent twice at once',
  'late',
  'none',
] as const;
export type Mishap = (typeof MISHAPS)[number];

const LATE_MS = 250;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** Stands between phones and the server, and gives requests the mishaps of its list in turn. */
export class BadWire {
  readonly happened = new Map<Mishap, number>();
  readonly #server: Server;
  #next = 0;

  constructor(private readonly target: string) {
    this.#server = createServer((request, response) => {
      void this.#carry(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const mishap = MISHAPS[this.#next++ % MISHAPS.length] as Mishap;
    this.happened.set(mishap, (this.happened.get(mishap) ?? 0) + 1);
    const body = await buffer(request);
    if (mishap === 'request lost') return void response.destroy();
    const copies = mishap === 'sent twice at once' ? 2 : 1;
    const answers = Array.from({ length: copies }, () => this.#forward(request, body));
    const answer = (await Promise.all(answers)).at(-1) as Answer;
    if (mishap === 'answer lost') return void response.destroy();
    if (mishap === 'late') await sleep(LATE_MS);
    response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length });
    if (mishap !== 'answer cut') return void response.end(answer.body);
    response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
  }

  #forward({ url, method, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { 'content-type': type, authorization } = headers;
      const forwarded = send(`${this.target}${url}`, {
        method,
        headers: { 'content-type': type, authorization, 'content-length': body.length },
      });
      forwarded.on('error', reject).on('response', (answer) => {
        buffer(answer).then(
          (bytes) =>
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? '',
              body: bytes,
            }),
          reject,
        );
      });
      forwarded.end(body);
    });
  }
}
