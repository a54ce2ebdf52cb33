export default definePageConfig({ navigationBarTitleText: '学院班级时长' });
