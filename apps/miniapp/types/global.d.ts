/// <reference types="@tarojs/taro" />

/** Set by config/index.ts: '' on H5 (same origin), a full address in the mini-app. */
declare const __API_BASE__: string;

declare module '*.css';
declare module '*.svg' {
  const url: string;
  export default url;
}
declare module '*.png' {
  const url: string;
  export default url;
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    TARO_APP_API_BASE?: string;
  }
}
