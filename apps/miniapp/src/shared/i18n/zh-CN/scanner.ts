import type { CameraProblem } from '../../scan/camera-stream.h5';

/** Words of the camera that browsers open to scan a code. */
export const scannerWords = {
  title: '扫码',
  close: '关上',
  done: '扫完了',
  asking: '请允许使用摄像头',
  hint: '把二维码放进框里',
  next: '扫下一位',
  checking: '正在核对…',
  light: '打开手电筒',
  dark: '关上手电筒',
  photo: '拍照或选一张图',
  type: '输入8位码',
  again: '再试一次',
  notFound: '图里没找到二维码。站近一点再拍，或输入8位码。',
  picture: '摄像头画面',
} as const;

/** What is the matter, and what to do. */
export const cameraProblems: Readonly<
  Record<CameraProblem, { readonly title: string; readonly todo: string }>
> = {
  refused: {
    title: '没有允许使用摄像头',
    todo: '想用的话，在浏览器这个网站的设置里允许“相机”，再试一次。不想用，也可以拍照或输入8位码。',
  },
  none: { title: '没找到摄像头', todo: '可以选一张二维码的图，或输入8位码。' },
  busy: { title: '摄像头打不开', todo: '可能别的程序正用着。关掉它再试一次，或输入8位码。' },
  insecure: { title: '这个网址打不开摄像头', todo: '浏览器只让 https 网址用摄像头。可以拍照，或输入8位码。' },
};
