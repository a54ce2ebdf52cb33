import { useState } from 'react';
import { preferences, usePreferences } from '@/shared/platform/preferences';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { SegmentedControl } from '@/shared/ui/choosers';
import { FormParts } from './form-parts';
import { ShowParts } from './show-parts';
import { StateParts } from './state-parts';

type Part = 'show' | 'form' | 'state';
const parts = [
  { value: 'show', label: '展示' },
  { value: 'form', label: '填写' },
  { value: 'state', label: '状态' },
] as const;

/** Every part of the kit on one page, for eyes and for axe. Built only with TARO_APP_GALLERY=1. */
export default function GalleryPage() {
  const [part, setPart] = useState<Part>('show');
  const elder = usePreferences((state) => state.elder);
  const theme = usePreferences((state) => state.theme);
  return (
    <Page
      title="组件"
      bottom={
        <BottomBar note="周六 14:00，段丽华、杨小禾" noteEnd="已自动保存">
          <Button block onPress={() => preferences.getState().setElder(!elder)}>
            {elder ? '换回标准版' : '换长辈版'}
          </Button>
          <Button
            look="bare"
            onPress={() => preferences.getState().setTheme(theme === 'dark' ? 'light' : 'dark')}
          >
            {theme === 'dark' ? '浅色' : '深色'}
          </Button>
        </BottomBar>
      }
    >
      <SegmentedControl<Part> label="看哪一部分" options={parts} value={part} onChange={setPart} />
      {part === 'show' && <ShowParts />}
      {part === 'form' && <FormParts />}
      {part === 'state' && <StateParts />}
    </Page>
  );
}
