import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import type { Translate } from '#app/platform/i18n/messages.ts';
import type { SyncReply } from './types.ts';

/** The reply as a device keeps it: why a record was refused in the words of who uses it, since there it has none. */
export function sayReply(say: Translate<'errors'>, reply: SyncReply): SyncReply {
  return {
    ...reply,
    respuestas: reply.respuestas.map((answer) =>
      answer.estado === 'rechazado'
        ? { ...answer, razones: answer.razones.map((reason) => sayFieldMessage(say, reason)) }
        : answer,
    ),
  };
}
