import { useCallback, useState } from 'react';
import { usePageData } from '@/shared/api/use-page-data';
import { problemText } from '@/shared/i18n/problem-text';
import { placeCheckWords as words } from '@/shared/i18n/zh-CN/place-check';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { loadPlaceCheck, setPlaceCheck } from '../api';

type Choice = keyof typeof words.options;

const radii = { off: null, near: 200, mid: 500, far: 1000 } as const;
const choiceOf = (radius: number | null): Choice =>
  (Object.keys(radii) as Choice[]).find((choice) => radii[choice] === radius) ?? 'off';

/** Whether the shift asks phones how far they are. It flags and never blocks, and asks only who agreed. */
export function PlaceCheckPanel({ shiftId }: { readonly shiftId: string }) {
  const { value, reload } = usePageData(useCallback(() => loadPlaceCheck(shiftId), [shiftId]));
  const [said, setSaid] = useState('');
  if (value === null) return null;
  const choose = async (choice: Choice) => {
    const result = await setPlaceCheck(shiftId, radii[choice]);
    setSaid(result.ok ? '' : problemText(result.problem, new Date()));
    await reload();
  };
  return (
    <Box as="section" label={words.title} className="mt4">
      <SectionHead>{words.title}</SectionHead>
      <Box className="t1 dim mb3">{words.why}</Box>
      <SegmentedControl
        label={words.title}
        options={(Object.keys(words.options) as Choice[]).map((choice) => ({
          value: choice,
          label: words.options[choice],
        }))}
        value={choiceOf(value.radiusMetres)}
        onChange={(choice) => void choose(choice)}
      />
      <LiveNote>
        {said !== '' && (
          <Note tone="warm" className="mt2">
            {said}
          </Note>
        )}
      </LiveNote>
    </Box>
  );
}
