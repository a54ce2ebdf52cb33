export default definePageConfig({ navigationBarTitleText: '漏签退' });
