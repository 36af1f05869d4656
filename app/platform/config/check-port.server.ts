import { createServer } from 'node:net';
import { wrong, type ConfigError } from './config-error.ts';

/** Says in one line why an address cannot be listened on. */
export function cannotListen(host: string, port: number, code = ''): ConfigError {
  if (code === 'EADDRINUSE')
    return wrong(
      'PORT',
      `el puerto ${port} está ocupado; elige otro: PORT=${port + 1} npm start`,
      `port ${port} is in use; choose another: PORT=${port + 1} npm start`,
    );
  if (code === 'EACCES')
    return wrong(
      'PORT',
      `este usuario no puede usar el puerto ${port}; elige uno mayor de 1023`,
      `this user may not use port ${port}; choose one above 1023`,
    );
  return wrong(
    'HOST',
    `esta máquina no puede escuchar en ${host} (${code})`,
    `this machine cannot listen on ${host} (${code})`,
  );
}

/** Listens for a moment where the web processes will. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(cannotListen(host, port, error.code)),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done()));
  });
}
