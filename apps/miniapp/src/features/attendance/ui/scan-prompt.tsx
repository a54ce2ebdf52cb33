import type { MyShift } from '@xiaolin/shared-types/attendance/schema';
import { useState } from 'react';
import { clockWords } from '@/shared/i18n/moments';
import { attendanceWords, scanWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { scanCode } from '@/shared/scan/scan';
import { Button } from '@/shared/ui/button';
import { ChooseOne } from '@/shared/ui/choices';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { isTypedCode, plainCode } from '@/shared/ui/typed-code';

interface ScanPromptProps {
  /** Shifts of today that a typed code may belong to. */
  readonly shifts: readonly MyShift[];
  /** The one the person came from. */
  readonly meant: MyShift | null;
  readonly onCode: (code: string, shift: MyShift | null, typed: boolean) => void;
}

/** Scan, or type the 8 characters under the code. Typed, somebody has to say for which shift. */
export function ScanPrompt({ shifts, meant, onCode }: ScanPromptProps) {
  const [note, setNote] = useState('');
  const only = shifts.length === 1 ? (shifts[0] ?? null) : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const shift = meant ?? only ?? shifts.find(({ shiftId }) => shiftId === chosen) ?? null;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const ask = meant === null && shifts.length > 1;

  const scan = async () => {
    const result = await scanCode(scanWords.prompt);
    if (result.kind === 'code') onCode(result.text, shift, false);
    if (result.kind === 'type-it') setNote(result.reason === 'no-camera' ? scanWords.cannotScan : '');
  };
  const send = () => {
    setTried(true);
    if (isTypedCode(typed) && shift !== null) onCode(plainCode(typed), shift, true);
  };

  return (
    <Box>
      <Box className="t2 dim mt2">{scanWords.promptNote}</Box>
      <Button block icon="scan" className="mt4" onPress={() => void scan()}>
        {scanWords.scan}
      </Button>
      <LiveNote>{note !== '' && <Note className="mt3">{note}</Note>}</LiveNote>
      {ask && (
        <ChooseOne
          id="which-shift"
          question={scanWords.whichShift}
          error={tried && shift === null ? scanWords.whichShiftMend : undefined}
          choices={shifts.map(({ shiftId, activityTitle, roleName, startsAt, endsAt }) => ({
            value: shiftId,
            title: `${clockWords(startsAt)}–${clockWords(endsAt)} ${roleName}`,
            note: activityTitle,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {shift === null && !ask ? (
        <Note className="mt6">{`${scanWords.noShift}。${scanWords.noShiftWhy}`}</Note>
      ) : (
        <>
          <Field
            id="typed-code"
            label={scanWords.typed}
            hint={scanWords.typedHint}
            error={tried && !isTypedCode(typed) ? scanWords.typedMend : undefined}
            value={typed}
            maxLength={12}
            onChange={setTyped}
            onConfirm={send}
          />
          <Button block look="line" className="mt3" onPress={send}>
            {scanWords.send}
          </Button>
        </>
      )}
      <Button
        block
        look="bare"
        className="mt4"
        icon="qr"
        href={pagePaths.myCode}
        onPress={() => void goTo(pagePaths.myCode)}
      >
        {attendanceWords.showCode}
      </Button>
    </Box>
  );
}
