import { withQuery } from '@/shared/platform/navigation';

/** The staff's pages, by what they are about. */
const page = (name: string): string => `/pkg-worker/pages/${name}/index`;

export const paths = {
  workbench: page('workbench'),
  activities: page('activities'),
  hours: page('hours'),
  qualifications: page('qualifications'),
  /** Ways out that were missed. */
  waysOut: page('ways-out'),
  role: (activityId: string, roleId: string) => withQuery(page('role'), { activityId, roleId }),
  certificates: page('certificates'),
  /** What one unit has not recorded in time. */
  hoursOf: (unitId: string) => withQuery(page('hours'), { unitId, overdue: 'true' }),
  overdue: page('overdue'),
  settings: page('settings'),
  publish: (id?: string) => withQuery(page('publish'), { id }),
  manage: (id: string) => withQuery(page('manage'), { id }),
  roster: (activityId: string, occurrenceId: string) =>
    withQuery(page('roster'), { activityId, occurrenceId }),
  /** A notice to a roster: how far it has come. */
  broadcast: (id: string) => withQuery(page('broadcast'), { id }),
  /** The door of one occurrence: tickets and the list of names. */
  door: (occurrenceId: string) => withQuery(page('door'), { occurrenceId }),
  desk: (shiftId: string) => withQuery(page('desk'), { shiftId }),
  /** The desk before a shift is chosen, narrowed to one activity. */
  desks: (activityId?: string) => withQuery(page('desk'), { activityId }),
  projector: (shiftId: string) => withQuery(page('projector'), { shiftId }),
};
