import { scanWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { scanCode } from '@/shared/scan/scan';

/** Opens the scanner at once where there is one; the page takes it from there, or asks for the 8 characters. */
export async function startScan(shiftId: string): Promise<void> {
  const result = await scanCode(scanWords.prompt);
  if (result.kind === 'cancelled') return;
  await goTo(
    pagePaths.scan(result.kind === 'code' ? { c: result.text, shift: shiftId } : { shift: shiftId }),
  );
}
