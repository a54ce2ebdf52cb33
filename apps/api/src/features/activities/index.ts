/** The only door to activities for other features. */
export { CancelActivity } from './use-cases/cancel-activity.js';
export { CreateDraft } from './use-cases/create-draft.js';
export { PublishActivity } from './use-cases/publish-activity.js';
