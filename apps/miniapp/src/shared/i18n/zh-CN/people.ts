/** Sentences about who is signed in, and the pages under 我的. */
export const peopleText = {
  tryOut: (name: string) => `试用中：你现在是${name}，数据都是演示的`,
  tryOutSwitch: '换人',
} as const;
