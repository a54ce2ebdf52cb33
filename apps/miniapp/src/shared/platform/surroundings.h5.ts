export const insideWechat = false;
