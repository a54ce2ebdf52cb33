export default definePageConfig({ navigationBarTitleText: '关于校邻' });
