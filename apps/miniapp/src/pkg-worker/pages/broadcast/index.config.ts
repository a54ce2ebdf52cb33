export default definePageConfig({ navigationBarTitleText: '通知发得怎样' });
