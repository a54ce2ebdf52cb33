// Imported first by every command, for its effect alone: an old Node must meet one plain sentence, not a
// syntax error from some file further down. So nothing in scripts/ may use syntax that Node 16 cannot parse.
const NEEDED_MAJOR = 20;
const NEEDED_MINOR = 19;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < NEEDED_MAJOR || (major === NEEDED_MAJOR && minor < NEEDED_MINOR)) {
  console.error(
    `校邻 needs Node ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer; this is Node ${process.versions.node}.`,
  );
  console.error('Get a current one from nodejs.org, or with nvm: nvm install 22 && nvm use 22');
  process.exit(1);
}
