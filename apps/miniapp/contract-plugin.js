/**
 * What the mini-app needs of a route is how to call it: method, path, access. The schemas are the server's to check
 * and TypeScript's to compile against; left in, they and their library weigh down the main package.
 * Measured in docs/decisions/0008-contract-in-the-bundle.md.
 */
const ONLY_FOR_THE_SERVER = new Set([
  'summary',
  'params',
  'query',
  'body',
  'response',
  'problems',
  'cacheSeconds',
  'limit',
]);

/** Files of the contract that the mini-app loads at once; their schemas are exported for the server alone. */
const WITHOUT_SCHEMAS = /[\\/](routes|problem|paging)\.js$/;

/** Drops exported schemas: declarations made with the validation library. */
function dropSchemas(program) {
  const library = program.scope.getBinding('v');
  for (const reference of library?.referencePaths ?? []) {
    const declaration = reference.findParent((parent) => parent.isExportNamedDeclaration());
    if (declaration !== null && !declaration.removed) declaration.remove();
  }
}

/** Drops what nothing in the file refers to any more, until nothing is left to drop. */
function dropUnused(program) {
  for (let dropped = true; dropped;) {
    dropped = false;
    program.scope.crawl();
    for (const { path, referenced } of Object.values(program.scope.bindings)) {
      const exported = path.findParent((parent) => parent.isExportNamedDeclaration());
      if (
        referenced ||
        exported ||
        !(path.isVariableDeclarator() || path.isImportSpecifier() || path.isImportNamespaceSpecifier())
      )
        continue;
      const { parentPath } = path;
      path.remove();
      // An import without names would still run the module.
      if (parentPath.isImportDeclaration() && parentPath.node.specifiers.length === 0) parentPath.remove();
      dropped = true;
    }
  }
}

module.exports = () => ({
  name: 'contract-without-schemas',
  visitor: {
    Program(program, { filename = '' }) {
      program.traverse({
        CallExpression({ node }) {
          const [route] = node.arguments;
          if (node.callee.name !== 'defineRoute' || route?.type !== 'ObjectExpression') return;
          route.properties = route.properties.filter(
            (property) => !ONLY_FOR_THE_SERVER.has(property.key?.name),
          );
        },
      });
      if (WITHOUT_SCHEMAS.test(filename)) {
        program.scope.crawl();
        dropSchemas(program);
      }
      dropUnused(program);
    },
  },
});
