import { notFound } from '#app/kernel/errors.ts';
import { jsonAct } from '#app/platform/http/json-act.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { DoorMessage } from '#app/domains/door/schema.ts';
import { enrolDevice } from '#app/domains/door/enrol-device.server.ts';
import { receiveRecords } from '#app/domains/door/receive-records.server.ts';
import { sayReply } from '#app/domains/door/say-reply.ts';
import { revokeDevice } from '#app/domains/door/revoke-device.server.ts';

/** Where a device of a door is prepared, hands over what it wrote down, and is let go. Nothing is read here. */
export const loader = page(() => {
  throw notFound('page_not_found');
});

export const action = jsonAct(DoorMessage, async ({ visit, params, message }) => {
  const actor = visit.requireActor();
  const meetingId = params['id'];
  if (message.act === 'preparar') return await enrolDevice(actor, meetingId, message.name);
  if (message.act === 'enviar') {
    const reply = await receiveRecords(actor, meetingId, message.deviceId, message.records, {
      list: message.wantsList,
    });
    return sayReply(visit.translator, reply);
  }
  await revokeDevice(actor, meetingId, message.deviceId);
  return { equipo: message.deviceId };
});
