import type { ActivityDraft } from '@xiaolin/shared-types/activities/schema';
import type { FieldProblem } from '@xiaolin/shared-types/contract/problem';

type Texts = Pick<
  ActivityDraft,
  | 'summary'
  | 'responsibleName'
  | 'responsiblePhone'
  | 'placeName'
  | 'riskText'
  | 'hazardous'
  | 'insuranceText'
>;
type RunStart = Pick<ActivityDraft['occurrences'][number], 'startsAt'>;

/** What everybody must be told; each with its mend. The risk text is asked for by 志愿服务条例 art. 12. */
const REQUIRED = [
  ['summary', '写一两句活动内容'],
  ['responsibleName', '填写负责人姓名'],
  ['responsiblePhone', '填写负责人电话'],
  ['placeName', '填写活动地点'],
  ['riskText', '写明可能的风险，没有也请写“无特别风险”'],
] as const satisfies readonly (readonly [keyof Texts, string])[];

/** The texts that are missing to publish, in the order of the form. */
export function missingTexts(draft: Texts): FieldProblem[] {
  const missing: FieldProblem[] = REQUIRED.filter(([field]) => draft[field].trim() === '').map(
    ([field, message]) => ({
      path: `draft.${field}`,
      message,
    }),
  );
  // 志愿服务条例 art. 17: accident insurance before hazardous work.
  if (draft.hazardous && draft.insuranceText.trim() === '')
    missing.push({ path: 'draft.insuranceText', message: '有危险的活动要买保险，写明保险情况' });
  return missing;
}

/** A run of an activity cannot be announced once it has begun. */
export const missingRuns = (runs: readonly RunStart[], now: Date): FieldProblem[] =>
  runs.length === 0
    ? [{ path: 'draft.occurrences', message: '至少安排一场' }]
    : runs.flatMap((run, index) => begunAlready(run, index, now));

export const begunAlready = (run: RunStart, index: number, now: Date): FieldProblem[] =>
  Date.parse(run.startsAt) > now.getTime()
    ? []
    : [
        {
          path: `draft.occurrences.${index}.startsAt`,
          message: '这一场的开始时间已经过了，改时间或去掉这一场',
        },
      ];

/** Everything that stops a draft from being published; empty when nothing does. */
export const missingToPublish = (
  draft: Texts & { readonly occurrences: readonly RunStart[] },
  now: Date,
): FieldProblem[] => [...missingTexts(draft), ...missingRuns(draft.occurrences, now)];
