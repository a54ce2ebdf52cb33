export default definePageConfig({ navigationBarTitleText: '家人和邻居' });
