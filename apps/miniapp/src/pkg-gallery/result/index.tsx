import { goTo, useQuery } from '@/shared/platform/navigation';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Page } from '@/shared/ui/page';
import { Result, type ResultTone } from '@/shared/ui/result';
import { Fact, Note } from '@/shared/ui/surfaces';

/** The four outcomes of a scan: `?tone=ok|offline|flag|no`. Built only with TARO_APP_GALLERY=1. */
export default function ResultPage() {
  const tone = (useQuery()['tone'] ?? 'ok') as ResultTone;
  return (
    <Page
      title="签到"
      ownHeading
      flush
      tone={tone}
      bottom={
        <BottomBar>
          <Button block onPress={() => void goTo('/pages/home/index')}>
            知道了
          </Button>
        </BottomBar>
      }
    >
      <Result tone={tone} title="签到成功" lead="李思齐，今天辛苦你了">
        <Fact name="活动">走进社区，服务群众</Fact>
        <Fact name="签到">13:54，从14:00开始计</Fact>
        <Note icon="clock">到点会提醒你签退。漏扫不会白干，补一个时间就行。</Note>
      </Result>
    </Page>
  );
}
