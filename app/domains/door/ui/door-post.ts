/** Why the server did not take what was sent. */
export type PostFailure = 'sin_conexion' | 'fallando' | 'sin_sesion' | 'sin_permiso' | 'retirado';

/** A post that got no good answer. What was sent may have been kept all the same: it is sent again. */
export class PostError extends Error {
  readonly failure: PostFailure;
  constructor(failure: PostFailure) {
    super(failure);
    this.failure = failure;
  }
}

async function failureOf(answer: Response): Promise<PostFailure> {
  const said: { error?: { codigo?: string } } | null = await answer.json().catch(() => null);
  if (answer.status === 401) return 'sin_sesion';
  if (said?.error?.codigo === 'device_revoked') return 'retirado';
  return answer.status === 403 || answer.status === 404 ? 'sin_permiso' : 'fallando';
}

/** Sends one message of the door and reads its answer, within twenty seconds. */
export async function postDoor<T>(meetingId: string, message: unknown): Promise<T> {
  return await post(
    `/facilitacion/talleres/${meetingId}/sincronizar`,
    {
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(message),
    },
    20_000,
  );
}

/** Sends one photo with its record; a slow line has two minutes for it. */
export async function postPhoto<T>(
  meetingId: string,
  message: { equipo: string; registro: unknown },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<T> {
  const body = new FormData();
  body.set('equipo', message.equipo);
  body.set('registro', JSON.stringify(message.registro));
  body.set('archivo', new File([bytes], 'foto.jpg', { type: 'image/jpeg' }));
  return await post(
    `/facilitacion/talleres/${meetingId}/sincronizar/foto`,
    { headers: { Accept: 'application/json' }, body },
    120_000,
  );
}

async function post<T>(
  path: string,
  message: { headers: Record<string, string>; body: BodyInit },
  patience: number,
): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: 'POST',
      ...message,
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new PostError('sin_conexion');
  }
  if (!answer.ok) throw new PostError(await failureOf(answer));
  try {
    const said: T = await answer.json();
    return said;
  } catch {
    throw new PostError('sin_conexion');
  }
}
