import { Box } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { EmptyState, ErrorState, OfflineNote, Skeleton } from '@/shared/ui/states';

const nothing = () => undefined;

export function StateParts() {
  return (
    <Box>
      <OfflineNote seenAt="今天 9:40" onRetry={nothing} />
      <LiveNote>已换成周六的活动</LiveNote>
      <EmptyState
        title="周五还没有葫芦丝课"
        next={{ label: '看12月3日那场', onPress: nothing }}
        second={{ label: '我也想学，已有6人', onPress: nothing }}
      >
        最近一场在12月3日 周四，斗南社区。也可以告诉社区你想学，满10人就会商量开班。
      </EmptyState>
      <ErrorState
        title="刚才没有提交成功"
        onRetry={nothing}
        retryLabel="再提交一次"
        requestId="8F2C-1123-1022"
      >
        是我们这边出了问题。你填的都还在，再点一次不会重复报名。
      </ErrorState>
      <Skeleton />
    </Box>
  );
}
