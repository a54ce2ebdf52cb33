import type { ShownName } from '@xiaolin/shared-types/rankings/schema';
import { useState } from 'react';
import type { Failure } from '@/shared/api/failure';
import { dateWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { rankingWords as words } from '@/shared/i18n/zh-CN/students';
import { ChooseOne, SwitchRow } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { type Consent, giveConsent, withdrawConsent } from '../api';

interface ConsentSwitchProps {
  readonly consent: Consent;
  /** The own name as it would stand there. */
  readonly name: string;
  readonly onChanged: () => void;
}

/** Off until the person turns it on (办法 art. 16); off again at once. */
export function ConsentSwitch({ consent, name, onChanged }: ConsentSwitchProps) {
  const [problem, setProblem] = useState<Failure | null>(null);
  const change = async (shownName: ShownName | null) => {
    const result = shownName === null ? await withdrawConsent() : await giveConsent(shownName);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onChanged();
  };
  return (
    <Box className="mt6">
      <Box className="x-cells">
        <SwitchRow
          id="ranking-consent"
          title={words.consent}
          note={consent === null ? words.consentNote : words.since(dateWords(consent.givenAt))}
          on={consent !== null}
          onChange={(on) => void change(on ? 'masked' : null)}
        />
      </Box>
      {consent !== null && (
        <ChooseOne<ShownName>
          id="shown-name"
          question={words.nameTitle}
          value={consent.shownName}
          choices={[
            { value: 'masked', title: words.masked, note: words.maskedNote(`${[...name][0] ?? ''}＊＊`) },
            { value: 'full', title: words.full, note: words.fullNote(name) },
          ]}
          onChange={(shownName) => void change(shownName)}
        />
      )}
      <LiveNote>
        {problem !== null && (
          <Note tone="warm" className="mt3">
            {`${words.saveFailed}：${problemText(problem, new Date())}`}
          </Note>
        )}
      </LiveNote>
    </Box>
  );
}
