import { cancelRegistration } from '#app/domains/registration/change-registration.server.ts';
import { getRegistration } from '#app/domains/registration/get-registration.server.ts';
import { getDb } from '#app/platform/db/db.server.ts';

/**
 * The person of a code gives their place up. How they proved to be that person is tested where the
 * ways are; here it is taken as done, so that who was registered by others can too.
 */
export async function giveUp(code: string): Promise<void> {
  const { registration } = await getRegistration(getDb(), code);
  await cancelRegistration(null, code, {
    registrationId: registration.id,
    secret: '',
    mailKey: null,
  });
}
