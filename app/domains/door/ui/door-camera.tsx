import { useEffect, useRef, useState } from 'react';
import { useT } from '#app/platform/i18n/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** How often a picture of the camera is read. */
const every = 250;

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
  heard.current = onCode;

  useEffect(() => {
    if (!isOn) return;
    let stream: MediaStream | undefined;
    let timer = 0;
    let gone = false;
    let last = '';
    void (async () => {
      const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
      prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (gone || !video.current) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      const canvas = document.createElement('canvas');
      const look = async () => {
        const picture = video.current;
        if (gone || !picture) return;
        if (picture.videoWidth > 0) {
          canvas.width = picture.videoWidth;
          canvas.height = picture.videoHeight;
          const context = canvas.getContext('2d', { willReadFrequently: true })!;
          context.drawImage(picture, 0, 0);
          const [code] = await readBarcodes(
            context.getImageData(0, 0, canvas.width, canvas.height),
            { formats: ['QRCode'], maxNumberOfSymbols: 1 },
          );
          // The same code before the camera is one arrival.
          if (code?.text && code.text !== last) heard.current((last = code.text));
        }
        timer = window.setTimeout(() => void look().catch(() => setFailed(true)), every);
      };
      await look();
    })().catch(() => {
      setFailed(true);
      setOn(false);
    });
    return () => {
      gone = true;
      window.clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
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
