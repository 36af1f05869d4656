import type { DoorDevice } from '#app/domains/door/types.ts';
import { useFormat, useT } from '#app/platform/i18n/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

/** The devices that hold this list, each of which can be let go. */
export function DoorDevices({ devices }: { devices: DoorDevice[] }) {
  const t = useT('door');
  const format = useFormat();
  if (devices.length === 0) return null;
  return (
    <section className="l-stack" aria-labelledby="equipos">
      <h2 id="equipos">{t('door.devices.heading')}</h2>
      <p>{t('door.devices.text')}</p>
      <ul className="ruled" role="list">
        {devices.map((device) => (
          <li key={device.id} className="ruled__row">
            <div>
              <strong>{device.name}</strong>
              <p className="u-small">
                {t('door.devices.seen', { at: format.date(device.lastSeenAt, 'moment') })}
              </p>
            </div>
            {device.revokedAt ? (
              <Badge kind="stale">{t('door.devices.revoked')}</Badge>
            ) : (
              <form method="post">
                <input type="hidden" name="equipo" value={device.id} />
                <Button
                  name="accion"
                  value="retirar_equipo"
                  size="small"
                  icon="ban"
                  aria-label={t('door.devices.revoke.of', { name: device.name })}
                >
                  {t('door.devices.revoke')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
