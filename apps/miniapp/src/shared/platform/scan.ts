import Taro from '@tarojs/taro';

/** `type-it`: this device cannot scan; show the field for the 8 characters under the code instead. */
export type ScanResult =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'type-it'; readonly reason: 'no-camera' | 'not-found' };

/** Whether this device has a scanner at all: without one the field for the code is the way. */
export const canScan = (): boolean => true;

/** Opens WeChat's scanner. */
export const scanCode = async (): Promise<ScanResult> => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return { kind: 'code', text: result };
  } catch (error) {
    const message = (error as { errMsg?: string } | null)?.errMsg ?? '';
    return message.includes('cancel') ? { kind: 'cancelled' } : { kind: 'type-it', reason: 'no-camera' };
  }
};
