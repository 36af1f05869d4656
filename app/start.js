// Plain JavaScript, so that a Node which cannot run the sources still says so in one line.
import { isNodeTooOld, oldestNode } from './platform/config/oldest-node.js';

if (isNodeTooOld()) {
  process.stderr.write(
    `Node.js: hace falta la versión ${oldestNode} o una posterior, y esta es la ` +
      `${process.versions.node}; en Linux (x64, arm64) basta npm ci && npm start / ` +
      `version ${oldestNode} or newer is needed; on Linux (x64, arm64) npm ci && npm start brings it\n`,
  );
  process.exit(1);
}
import('./start.server.ts');
