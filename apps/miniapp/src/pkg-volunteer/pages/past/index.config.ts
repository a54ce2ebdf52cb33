export default definePageConfig({ navigationBarTitleText: '以前的班次' });
