import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { SignupsModule } from '../signups/signups.module.js';
import { ActivityController } from './http/activity.controller.js';
import { StaffActivityController } from './http/staff-activity.controller.js';
import { ApplyRuns } from './use-cases/apply-runs.js';
import { CancelActivity } from './use-cases/cancel-activity.js';
import { CancelOccurrence } from './use-cases/cancel-occurrence.js';
import { CreateDraft } from './use-cases/create-draft.js';
import { ListCategories } from './use-cases/list-categories.js';
import { ListOccurrences } from './use-cases/list-occurrences.js';
import { ListStaffActivities } from './use-cases/list-staff-activities.js';
import { PublishActivity } from './use-cases/publish-activity.js';
import { SaveDraft } from './use-cases/save-draft.js';
import { ShowActivity } from './use-cases/show-activity.js';
import { StaffActivities } from './use-cases/staff-activities.js';
import { TellChanges } from './use-cases/tell-changes.js';

@Module({
  imports: [InboxModule, SignupsModule],
  controllers: [ActivityController, StaffActivityController],
  providers: [
    ApplyRuns,
    CancelActivity,
    CancelOccurrence,
    CreateDraft,
    ListCategories,
    ListOccurrences,
    ListStaffActivities,
    PublishActivity,
    SaveDraft,
    ShowActivity,
    StaffActivities,
    TellChanges,
  ],
  exports: [StaffActivities, CreateDraft, PublishActivity],
})
export class ActivitiesModule {}
