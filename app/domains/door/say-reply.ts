import { sayFieldMessage } from '#app/platform/i18n/field-message.ts';
import type { Translator } from '#app/platform/i18n/translator.ts';
import type { SyncReply } from './types.ts';

/** The reply as a device keeps it: why a record was refused in the words of who uses it, since there it has none. */
export function sayReply(translator: Translator, reply: SyncReply): SyncReply {
  return {
    ...reply,
    respuestas: reply.respuestas.map((answer) =>
      answer.estado === 'rechazado'
        ? {
            ...answer,
            razones: answer.razones.map((reason) => sayFieldMessage(translator, reason)),
          }
        : answer,
    ),
  };
}
