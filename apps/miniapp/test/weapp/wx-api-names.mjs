import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/**
 * Every name WeChat's own typings give the `wx` object, as `fn` or `prop`: whatever is not among them is undefined in the
 * simulator, as it is on a phone.
 * @returns {Record<string, 'fn' | 'prop'>}
 */
export const wxApiNames = () => {
  const typings = path.dirname(
    createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'),
  );
  const folder = path.join(typings, 'types/wx');
  const names = {};
  for (const file of fs.readdirSync(folder)) {
    collect(
      ts.createSourceFile(file, fs.readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest),
      names,
    );
  }
  return names;
};

const collect = (node, names) => {
  if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx') {
    for (const member of node.members) {
      if (member.name && 'text' in member.name)
        names[member.name.text] = ts.isMethodSignature(member) ? 'fn' : 'prop';
    }
  }
  ts.forEachChild(node, (child) => collect(child, names));
};
