export default definePageConfig({ navigationBarTitleText: '补记抽查名单' });
