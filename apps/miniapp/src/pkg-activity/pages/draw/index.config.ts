export default definePageConfig({ navigationBarTitleText: '抽签可重演' });
