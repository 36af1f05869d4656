// Plain JavaScript, so that a Node which cannot run the sources still says so in one line.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Node.js: hace falta la versión 22.18 o una posterior, y esta es la ${process.versions.node}; ` +
      'en Linux (x64, arm64) basta npm ci && npm start / ' +
      'version 22.18 or newer is needed; on Linux (x64, arm64) npm ci && npm start brings it\n',
  );
  process.exit(1);
}
import('./start.server.ts');
