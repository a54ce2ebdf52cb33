export default definePageConfig({ navigationBarTitleText: '一条更正' });
