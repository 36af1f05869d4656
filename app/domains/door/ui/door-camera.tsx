import { useEffect, useRef, useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { watchCamera } from '#app/domains/door/ui/watch-camera.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Reads the QR of a registration with the camera; the reader is a file of ours and works without connection. */
export function DoorCamera({
  wasmUrl,
  onCode,
}: {
  wasmUrl: string;
  onCode: (code: string) => void;
}) {
  const t = useT('door');
  const [isOn, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const heard = useRef(onCode);
  useEffect(() => {
    heard.current = onCode;
  });

  useEffect(() => {
    if (!isOn) return;
    return watchCamera(() => video.current, wasmUrl, {
      code: (code) => heard.current(code),
      failed: () => {
        setFailed(true);
        setOn(false);
      },
      lost: () => setFailed(true),
    });
  }, [isOn, wasmUrl]);

  return (
    <div className="l-stack l-stack--tight">
      <p>
        <Button
          type="button"
          icon="eye"
          aria-pressed={isOn}
          onClick={() => {
            setFailed(false);
            setOn(!isOn);
          }}
        >
          {isOn ? t('door.camera.stop') : t('door.camera.start')}
        </Button>
      </p>
      {failed && (
        <Notice kind="sun" role="alert">
          {t('door.camera.failed')}
        </Notice>
      )}
      {isOn && (
        <video
          ref={video}
          className="door__camera"
          muted
          playsInline
          aria-label={t('door.camera.picture')}
        />
      )}
    </div>
  );
}
