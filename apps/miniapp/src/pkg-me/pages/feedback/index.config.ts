export default definePageConfig({ navigationBarTitleText: '说说怎么样' });
