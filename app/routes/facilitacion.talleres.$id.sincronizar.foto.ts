import { notFound } from '#app/kernel/errors.ts';
import { jsonFormAct } from '#app/platform/http/json-act.server.ts';
import { page } from '#app/platform/http/route.server.ts';
import { DoorPhoto } from '#app/domains/door/schema.ts';
import { sayReply } from '#app/domains/door/say-reply.ts';
import { receivePhoto } from '#app/domains/minutes/receive-photo.server.ts';

/** Where a device of a door hands over one photo with its record; nothing is read here. */
export const loader = page(() => {
  throw notFound('page_not_found');
});

export const action = jsonFormAct(DoorPhoto, async ({ visit, params, message }) => {
  const actor = visit.requireActor();
  const reply = await receivePhoto(actor, params['id'], message.deviceId, message.record, {
    name: message.file.name,
    bytes: Buffer.from(await message.file.arrayBuffer()),
  });
  return sayReply(visit.translator, reply);
});
