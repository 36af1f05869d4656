const longest = 8000;

/**
 * Lets a process of ours end when it is told to, and by itself when the one that started it is gone, killed or
 * not; a stop that hangs (a frozen database) is cut off after eight seconds. Answers who asks whether it lives.
 */
export function endWithParent(stop: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(1), longest).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('disconnect', end);
  // The parent decides; a terminal sends these to every process of the group.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('message', (message: { ping?: true }) => {
    if (message.ping && process.connected) process.send?.({ pong: true });
  });
}
