import fs from 'node:fs';
import path from 'node:path';

/** A built mini-app on disk: its files, its app.json, and which package each file belongs to. */
export class Bundle {
  constructor(directory) {
    this.directory = path.resolve(directory);
    this.files = listFiles(this.directory);
    this.app = this.json('app.json');
    const subPackages = this.app.subPackages ?? this.app.subpackages ?? [];
    this.subPackageRoots = subPackages.map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`);
    this.pages = [
      ...this.app.pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
    ];
    this.tabPages = (this.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
  }

  has(file) {
    return fs.existsSync(path.join(this.directory, file));
  }

  text(file) {
    return fs.readFileSync(path.join(this.directory, file), 'utf8');
  }

  json(file) {
    return JSON.parse(this.text(file));
  }

  withExtension(extension) {
    return this.files.filter((file) => file.endsWith(extension));
  }

  /** Bytes as WeChat counts them for the upload: `main` and one entry per subpackage root. Licence files and maps do not go up. */
  sizes() {
    const sizes = { main: 0 };
    for (const file of this.files) {
      if (/\.(LICENSE\.txt|map)$/.test(file)) continue;
      const owner = this.subPackageRoots.find((root) => file.startsWith(root)) ?? 'main';
      sizes[owner] = (sizes[owner] ?? 0) + fs.statSync(path.join(this.directory, file)).size;
    }
    return sizes;
  }
}

const listFiles = (root, folder = '') =>
  fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(root, file) : [file];
  });
