import { Module } from '@nestjs/common';
import { DependantController } from './http/dependant.controller.js';
import { PersonController } from './http/person.controller.js';
import { KeepDependants } from './use-cases/keep-dependants.js';
import { ListDemoPeople } from './use-cases/list-demo-people.js';
import { Neighbours } from './use-cases/neighbours.js';
import { Rename } from './use-cases/rename.js';
import { SaveDetails } from './use-cases/save-details.js';
import { ShowMe } from './use-cases/show-me.js';
import { SignInAsDemoPerson } from './use-cases/sign-in-as-demo-person.js';
import { SignInWithWechat } from './use-cases/sign-in-with-wechat.js';
import { SignOut } from './use-cases/sign-out.js';

@Module({
  controllers: [PersonController, DependantController],
  providers: [
    KeepDependants,
    ListDemoPeople,
    Neighbours,
    Rename,
    SaveDetails,
    ShowMe,
    SignInAsDemoPerson,
    SignInWithWechat,
    SignOut,
  ],
  exports: [Neighbours],
})
export class PeopleModule {}
