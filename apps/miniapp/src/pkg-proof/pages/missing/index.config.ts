export default definePageConfig({ navigationBarTitleText: '少了一条记录' });
