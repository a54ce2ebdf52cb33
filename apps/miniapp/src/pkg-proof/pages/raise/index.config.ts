export default definePageConfig({ navigationBarTitleText: '这条不对' });
