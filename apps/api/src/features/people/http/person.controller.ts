import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { peopleRoutes as routes } from '@xiaolin/shared-types/people/routes';
import { TokenEnd, Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { ListDemoPeople } from '../use-cases/list-demo-people.js';
import { Rename } from '../use-cases/rename.js';
import { SaveDetails } from '../use-cases/save-details.js';
import { ShowMe } from '../use-cases/show-me.js';
import { SignInAsDemoPerson } from '../use-cases/sign-in-as-demo-person.js';
import { SignInWithWechat } from '../use-cases/sign-in-with-wechat.js';
import { SignOut } from '../use-cases/sign-out.js';
import { presentDemoPerson, presentMe, presentSession } from './person.presenter.js';

@Controller()
export class PersonController {
  constructor(
    private readonly signInWithWechatCode: SignInWithWechat,
    private readonly listDemo: ListDemoPeople,
    private readonly signInAsDemo: SignInAsDemoPerson,
    private readonly endSession: SignOut,
    private readonly showMe: ShowMe,
    private readonly renameMe: Rename,
    private readonly saveMyDetails: SaveDetails,
  ) {}

  @Endpoint(routes.signInWithWechat)
  async signInWithWechat(
    @Input() { body }: InputOf<typeof routes.signInWithWechat>,
  ): Promise<Answer<typeof routes.signInWithWechat>> {
    return presentSession(await this.signInWithWechatCode.execute(body.code));
  }

  @Endpoint(routes.listDemoPeople)
  async listDemoPeople(): Promise<Answer<typeof routes.listDemoPeople>> {
    return { items: (await this.listDemo.execute()).map(presentDemoPerson) };
  }

  @Endpoint(routes.signInAsDemoPerson)
  async signInAsDemoPerson(
    @Input() { body }: InputOf<typeof routes.signInAsDemoPerson>,
  ): Promise<Answer<typeof routes.signInAsDemoPerson>> {
    return presentSession(await this.signInAsDemo.execute(body.personId));
  }

  @Endpoint(routes.signOut)
  async signOut(
    @Who() actor: Actor,
    @TokenEnd() tokenEndsAt: string,
  ): Promise<Answer<typeof routes.signOut>> {
    await this.endSession.execute(actor.sessionId, tokenEndsAt);
    return { done: true };
  }

  @Endpoint(routes.me)
  async me(@Who() actor: Actor): Promise<Answer<typeof routes.me>> {
    return presentMe(await this.showMe.execute(actor.personId));
  }

  @Endpoint(routes.rename)
  async rename(
    @Input() { body }: InputOf<typeof routes.rename>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.rename>> {
    return presentMe(await this.renameMe.execute(actor.personId, body.displayName));
  }

  @Endpoint(routes.saveDetails)
  async saveDetails(
    @Input() { body }: InputOf<typeof routes.saveDetails>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.saveDetails>> {
    return presentMe(await this.saveMyDetails.execute(actor.personId, body));
  }
}
