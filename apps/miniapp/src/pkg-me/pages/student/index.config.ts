export default definePageConfig({ navigationBarTitleText: '学生身份' });
