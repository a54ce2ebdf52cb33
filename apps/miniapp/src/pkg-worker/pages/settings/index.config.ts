export default definePageConfig({ navigationBarTitleText: '本单位的规则' });
