/**
 * Development: what the start, its database and its tools are made of is seen by a new start only.
 */
const seenAtStart = [
  /^app\/(start|prepare|run-processes|follow-edits|server|subjects)\b[^/]*$/,
  /^app\/platform\/(config|bundle)\//,
  /^app\/platform\/db\/(embedded|migrate|require)/,
  /^app\/domains\/[^/]+\/jobs\.ts$/,
  /^db\/(migrations|seeds)\//,
  /^package(-lock)?\.json$/,
];
/** What the worker is made of. */
const seenByWorker = [/^app\/(domains|platform|kernel)\/.*\.ts$/, /^app\/worker\b/, /^locales\//];
const moment = 300;

const isAny = (patterns: RegExp[], file: string) => patterns.some((pattern) => pattern.test(file));

/**
 * Says of an edited file that it needs a new start, or lets the worker begin anew with it; pages
 * follow by themselves.
 */
export function editFollower(
  say: (text: string) => void,
  restartWorker: () => Promise<void>,
): (file: string) => void {
  let timer: NodeJS.Timeout | undefined;
  return (file) => {
    if (/\.test\.tsx?$/.test(file)) return;
    if (isAny(seenAtStart, file)) {
      say(
        `Convite: ${file} se ve al empezar de nuevo (Ctrl-C y npm run dev) / ` +
          'shows after a new start (Ctrl-C, npm run dev)',
      );
    } else if (isAny(seenByWorker, file)) {
      clearTimeout(timer);
      timer = setTimeout(() => void restartWorker(), moment);
    }
  };
}
