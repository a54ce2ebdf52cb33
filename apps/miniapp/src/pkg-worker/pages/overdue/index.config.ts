export default definePageConfig({ navigationBarTitleText: '逾期的时长' });
