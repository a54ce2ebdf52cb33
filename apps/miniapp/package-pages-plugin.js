const PAGE = /[\\/]src[\\/]pkg-[^\\/]+[\\/](?:pages[\\/])?[^\\/]+[\\/]index\.tsx$/;

/**
 * Pages of subpackages begin with the sentences that the main package does without (shared/i18n/zh-CN): Taro copies
 * what only subpackages load into those. By hand the one page that forgot it would say "it is our fault" for every
 * refusal.
 */
module.exports = ({ types: t }) => ({
  name: 'package-pages',
  visitor: {
    Program(program, { filename = '' }) {
      if (!PAGE.test(filename)) return;
      program.unshiftContainer(
        'body',
        t.importDeclaration([], t.stringLiteral('@/shared/i18n/zh-CN/problems-of-packages')),
      );
    },
  },
});
