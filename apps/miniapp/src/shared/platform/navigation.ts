import Taro from '@tarojs/taro';
import { isTabPath } from './tabs';

export { withQuery } from './with-query';

/** Opens a page by its path from the root, tab or not. A tab page takes no query: WeChat drops it. */
export const goTo = async (path: string): Promise<void> => {
  if (isTabPath(path)) await Taro.switchTab({ url: path.split('?')[0] ?? path });
  else await Taro.navigateTo({ url: path });
};

/** Puts a page in the place of this one: after a submit, so that "back" does not lead into the sent form. */
export const replaceWith = async (path: string): Promise<void> => {
  if (isTabPath(path)) await Taro.switchTab({ url: path.split('?')[0] ?? path });
  else await Taro.redirectTo({ url: path });
};

/** One step back, or home where the page was opened directly (a shared link, a scanned code, a reload). */
export const goBack = async (): Promise<void> => {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: '/pages/home/index' });
};

/** One step back, or to `path` where there is nothing behind this page: after signing in, say. */
export const goBackOr = async (path: string): Promise<void> => {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await replaceWith(path);
};

/** After the list under the person's finger was replaced by another one. */
export const scrollToTop = (): void => {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
};

/** The query of this page, decoded. */
export const useQuery = (): Readonly<Record<string, string | undefined>> => {
  const { params } = Taro.useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === undefined ? undefined : safeDecode(value)]),
  );
};

/** H5 has decoded it already, and a second decoding of "100%" would throw. */
const safeDecode = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
