// Plain JavaScript, so that a Node which cannot run the sources can still be asked.

/** The oldest Node.js that runs the sources as they are written. */
export const oldestNode = '22.18';

/** Whether this Node is older than that. */
export function isNodeTooOld(version = process.versions.node) {
  return version.localeCompare(oldestNode, 'en', { numeric: true }) < 0;
}
