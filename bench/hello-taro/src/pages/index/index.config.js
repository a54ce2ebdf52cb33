export default { navigationBarTitleText: 'hello' };
