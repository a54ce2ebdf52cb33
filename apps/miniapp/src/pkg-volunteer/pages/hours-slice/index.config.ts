export default definePageConfig({ navigationBarTitleText: '时长记录' });
