import { useEffect, useState, type ReactNode } from 'react';
import { callPhone } from '../platform/phone';
import { useOnline } from '../platform/network';
import { usePreferences } from '../platform/preferences';
import emptyPicture from '../theme/covers/empty.svg';
import errorPicture from '../theme/covers/error.svg';
import { Button } from './button';
import { Action, Box, Heading, Picture, Words } from './element';
import { Icon } from './icon';

interface NextStep {
  readonly label: string;
  readonly onPress: () => void;
}

interface EmptyStateProps {
  /** Why it is empty: 周五还没有葫芦丝课. */
  readonly title: string;
  /** The nearest thing there is. */
  readonly children?: ReactNode;
  readonly next?: NextStep;
  readonly second?: NextStep;
}

export function EmptyState({ title, children, next, second }: EmptyStateProps) {
  return (
    <Box className="x-empty">
      <Picture className="x-empty__pic" src={emptyPicture} alt="" lazy={false} />
      <Heading level={2} className="t3">
        {title}
      </Heading>
      {children !== undefined && <Box className="t2 dim mt2">{children}</Box>}
      {next && (
        <Button className="mt6" onPress={next.onPress}>
          {next.label}
        </Button>
      )}
      {second && (
        <Button className="mt1" look="bare" onPress={second.onPress}>
          {second.label}
        </Button>
      )}
    </Box>
  );
}

interface ErrorStateProps {
  /** 刚才没有提交成功 */
  readonly title: string;
  /** Whose fault, and that nothing is lost. */
  readonly children: ReactNode;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
  /** The number to read out on the phone. */
  readonly requestId?: string | null;
}

export function ErrorState({
  title,
  children,
  onRetry,
  retryLabel = '再试一次',
  requestId,
}: ErrorStateProps) {
  const phone = usePreferences((state) => state.organization?.phone ?? null);
  return (
    <Box className="x-empty" role="alert">
      <Picture className="x-empty__pic" src={errorPicture} alt="" lazy={false} />
      <Heading level={2} className="t3">
        {title}
      </Heading>
      <Box className="t2 dim mt2">{children}</Box>
      {onRetry && (
        <Button className="mt6" icon="refresh" onPress={onRetry}>
          {retryLabel}
        </Button>
      )}
      {phone && (
        <Button className="mt1" look="bare" icon="phone" onPress={() => void callPhone(phone)}>
          打电话给社区
        </Button>
      )}
      {requestId && <Box className="t1 quiet num mt4">{`问题编号 ${requestId}`}</Box>}
    </Box>
  );
}

interface OfflineNoteProps {
  /** How old what the person sees is: 今天 9:40. */
  readonly seenAt?: string;
  readonly onRetry?: () => void;
}

/** Shows itself only while the device has no network. */
export function OfflineNote({ seenAt, onRetry }: OfflineNoteProps) {
  const online = useOnline();
  return (
    <Box role="status">
      {!online && (
        <Box className="x-note x-note--accent mt2 row">
          <Icon name="offline" />
          <Words className="grow">
            {seenAt ? `没有网络，看到的是${seenAt}的内容` : '没有网络，联网后再试'}
          </Words>
          {onRetry && (
            <Action className="b k-inline-act" onPress={onRetry}>
              重试
            </Action>
          )}
        </Box>
      )}
    </Box>
  );
}

/** A skeleton only for what takes long enough to notice. */
const useWaited = (milliseconds: number): boolean => {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return waited;
};

interface SkeletonProps {
  /** The shape of what comes: rows with a picture, a page of detail, plain cells. */
  readonly shape?: 'list' | 'detail' | 'rows';
  readonly count?: number;
}

export function Skeleton({ shape = 'list', count = 3 }: SkeletonProps) {
  const waited = useWaited(300);
  return (
    <Box role="status" busy>
      <Words className="sr">正在加载</Words>
      {waited && shape === 'detail' && <DetailBones />}
      {waited &&
        shape !== 'detail' &&
        Array.from({ length: count }, (_, row) => <RowBones key={row} picture={shape === 'list'} />)}
    </Box>
  );
}

const bone = (width: string, height: number, top: number) => (
  <Box className="x-sk" decorative style={{ width, height: `${height}px`, marginTop: `${top}px` }} />
);

function RowBones({ picture }: { readonly picture: boolean }) {
  return (
    <Box className="x-act" decorative>
      <Box className="x-act__main">
        {bone('40%', 14, 0)}
        {bone('92%', 18, 8)}
        {bone('66%', 14, 8)}
      </Box>
      {picture && <Box className="x-act__pic x-sk" />}
    </Box>
  );
}

function DetailBones() {
  return (
    <Box decorative>
      {bone('100%', 180, 0)}
      {bone('80%', 30, 20)}
      {bone('55%', 18, 16)}
      {bone('70%', 18, 12)}
      {bone('100%', 120, 24)}
    </Box>
  );
}
