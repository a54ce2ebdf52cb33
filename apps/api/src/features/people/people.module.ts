import { Module } from '@nestjs/common';
import { PersonController } from './http/person.controller.js';
import { ListDemoPeople } from './use-cases/list-demo-people.js';
import { Rename } from './use-cases/rename.js';
import { ShowMe } from './use-cases/show-me.js';
import { SignInAsDemoPerson } from './use-cases/sign-in-as-demo-person.js';
import { SignInWithWechat } from './use-cases/sign-in-with-wechat.js';
import { SignOut } from './use-cases/sign-out.js';

@Module({
  controllers: [PersonController],
  providers: [ListDemoPeople, Rename, ShowMe, SignInAsDemoPerson, SignInWithWechat, SignOut],
})
export class PeopleModule {}
