import type { RoleRequirements, ShiftEligibility } from '@xiaolin/shared-types/shifts/requirements';
import { requirementWords as words } from '@/shared/i18n/zh-CN/requirements';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box, Heading } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Note } from '@/shared/ui/surfaces';
import { lineOf, mendOf, whyWords } from '../model';

interface RequirementCardProps {
  readonly shiftId: string;
  readonly asked: RoleRequirements;
  /** null while nobody is signed in, or it is not known. */
  readonly eligibility: ShiftEligibility | null;
  readonly now: Date;
}

/** What the role asks, each with whether it is met, and the way to what is not. */
export function RequirementCard({ shiftId, asked, eligibility, now }: RequirementCardProps) {
  const checks =
    eligibility?.checks.map((check) => ({ ...lineOf(check, now), key: check.kind + check.name })) ?? null;
  const plain = [
    ...asked.trainings.map(words.training),
    ...asked.skills.map(words.skill),
    ...(asked.minAge === null && asked.maxAge === null ? [] : [words.age]),
  ];
  if (checks === null && plain.length === 0) return null;
  return (
    <Box as="section" label={words.title}>
      <Heading level={2} className="t3 mt6">
        {words.title}
      </Heading>
      {checks?.map(({ title, why, key }) => (
        <Box key={key} className="row row--top mt2">
          <Box as="span" className={why === null ? 'ok mr2' : 'warm mr2'}>
            <Icon name={why === null ? 'check' : 'close'} />
            <Box as="span" className="sr">
              {why === null ? words.met : words.unmet}
            </Box>
          </Box>
          <Box as="span" className="grow">
            <Box as="span" className="t2 k-block">
              {title}
            </Box>
            {why !== null && (
              <Box as="span" className="t1 dim k-block">
                {why}
              </Box>
            )}
          </Box>
        </Box>
      ))}
      {checks === null &&
        plain.map((title) => (
          <Box key={title} className="t2 mt2">
            {title}
          </Box>
        ))}
      {checks === null && <Box className="t1 dim mt2">{words.signIn}</Box>}
      {eligibility?.refusal?.code === 'signup.overwork' && (
        <Note tone="warm" className="mt3">
          {whyWords(eligibility.refusal, now)}
        </Note>
      )}
      {eligibility !== null && <Mend shiftId={shiftId} where={mendOf(eligibility)} />}
    </Box>
  );
}

function Mend({ shiftId, where }: { readonly shiftId: string; readonly where: ReturnType<typeof mendOf> }) {
  if (where === null) return null;
  return (
    <Box className="mt3">
      <Link to={where === 'details' ? pagePaths.details : pagePaths.qualifications(shiftId)}>
        {where === 'details' ? words.birthYear : words.mend}
      </Link>
    </Box>
  );
}
