export default definePageConfig({ navigationBarTitleText: '学院时长榜' });
