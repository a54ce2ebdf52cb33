export default definePageConfig({ navigationBarTitleText: '补记的时长' });
