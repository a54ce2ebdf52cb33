/** The only door to activities for other features. */
export { CreateDraft } from './use-cases/create-draft.js';
export { PublishActivity } from './use-cases/publish-activity.js';
export { type HeldActivity, type StaffActivity, StaffActivities } from './use-cases/staff-activities.js';
