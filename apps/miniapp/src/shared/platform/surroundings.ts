/** Whether WeChat stands around the page, so that its silent sign-in exists. */
export const insideWechat = true;
