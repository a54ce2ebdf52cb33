// Taro's own starting point: what any mini-app of this framework weighs before it does anything.
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

module.exports = {
  projectName: 'hello',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  plugins: [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: { optimizeMainPackage: { enable: true } },
  h5: { publicPath: '/', router: { mode: 'hash' } },
};
