export default definePageConfig({ navigationBarTitleText: '时长从哪里来' });
