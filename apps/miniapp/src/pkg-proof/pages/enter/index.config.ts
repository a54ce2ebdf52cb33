export default definePageConfig({ navigationBarTitleText: '手工补记' });
