import { Inject, Injectable } from '@nestjs/common';
import type { ProblemCode } from '@xiaolin/shared-types/contract/problem';
import type { Logger } from 'pino';
import { Tokens } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { LOGGER } from '../../../platform/injection.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { WechatClient } from '../../../platform/wechat/wechat-client.js';
import { WechatFailure, type WechatReason } from '../../../platform/wechat/wechat-failure.js';
import { neutralName } from '../rules/neutral-name.js';
import { type PersonRow, PersonStore } from '../store/person.store.js';
import type { Session } from './session.js';

const REFUSED: Readonly<Record<WechatReason, ProblemCode>> = {
  'code-refused': 'session.code-refused',
  'account-blocked': 'session.account-blocked',
  unavailable: 'session.wechat-unavailable',
};
/** Seconds after which asking WeChat again makes sense. */
const TRY_AGAIN_SECONDS = 5;

@Injectable()
export class SignInWithWechat {
  constructor(
    private readonly wechat: WechatClient,
    private readonly uow: UnitOfWork,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
    private readonly random: Random,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Exchanges the code of `wx.login` for a session; on the first visit a person is made.
   *
   * @throws Refusal `session.code-refused`, `session.account-blocked` or `session.wechat-unavailable`.
   */
  async execute(code: string): Promise<Session> {
    // Before the transaction: a call over the network would hold its locks.
    const openId = await this.#openIdOf(code);
    const person = await this.uow.run((tx) => this.#findOrAdd(tx, openId));
    return { ...this.tokens.issue(person.id), person: { id: person.id, displayName: person.display_name } };
  }

  async #openIdOf(code: string): Promise<string> {
    try {
      return (await this.wechat.codeToSession(code)).openId;
    } catch (error) {
      if (!(error instanceof WechatFailure)) throw error;
      // Such as a wrong AppSecret: the person can only wait, so the operator must see it.
      if (error.reason === 'unavailable') this.logger.warn(error.message);
      const retryAfter = error.reason === 'unavailable' ? TRY_AGAIN_SECONDS : undefined;
      throw new Refusal(REFUSED[error.reason], {}, [], retryAfter);
    }
  }

  async #findOrAdd(tx: Tx, openId: string): Promise<PersonRow> {
    const store = new PersonStore(tx);
    const known = await store.findByOpenId(openId);
    if (known !== undefined) return known;
    const id = this.random.id();
    const at = this.clock.instant();
    await store.addFromWechat({ id, displayName: neutralName(this.random.bytes(4)), openId, createdAt: at });
    // Of two first visits at once, the second waits for the first in the insert above and finds its person here.
    const person = await store.findByOpenId(openId);
    if (person === undefined) throw new Error('a person that was just added is not there');
    if (person.id === id) await this.#journal(tx, id, at);
    return person;
  }

  async #journal(tx: Tx, personId: string, at: string): Promise<void> {
    const entry = {
      subjectKind: 'person',
      subjectId: personId,
      actorId: personId,
      actorRole: 'self',
      scopeId: null,
    };
    await writeJournal(tx, [{ ...entry, action: 'joined', before: null, after: null, reason: null }], {
      nextId: () => this.random.id(),
      at,
    });
  }
}
