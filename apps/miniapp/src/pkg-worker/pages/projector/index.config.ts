// A phone laid on its side is a small projector.
export default definePageConfig({ navigationBarTitleText: '大屏签到码', pageOrientation: 'auto' });
