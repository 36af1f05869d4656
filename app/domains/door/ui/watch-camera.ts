import { certain } from '#app/kernel/certain.ts';

/** How often a picture of the camera is read. */
const every = 250;

/** Reads the codes before the camera until it is stopped; what goes wrong is told once. */
export function watchCamera(
  video: () => HTMLVideoElement | null,
  wasmUrl: string,
  told: { code: (code: string) => void; failed: () => void; lost: () => void },
): () => void {
  let stream: MediaStream | undefined;
  let timer = 0;
  let gone = false;
  let last = '';
  const look = async (canvas: HTMLCanvasElement, read: Read): Promise<void> => {
    const picture = video();
    if (gone || !picture) return;
    const code = picture.videoWidth > 0 ? await read(pictureOf(picture, canvas)) : undefined;
    // The same code before the camera is one arrival.
    if (code && code !== last) told.code((last = code));
    timer = window.setTimeout(() => void look(canvas, read).catch(told.lost), every);
  };
  const start = async (): Promise<void> => {
    const read = await readerOf(wasmUrl);
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const picture = video();
    if (gone || !picture) return stream.getTracks().forEach((track) => track.stop());
    picture.srcObject = stream;
    await picture.play();
    await look(document.createElement('canvas'), read);
  };
  void start().catch(told.failed);
  return () => {
    gone = true;
    window.clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };
}

type Read = (picture: ImageData) => Promise<string | undefined>;

/** The reader of codes, which is loaded when a camera is first used. */
async function readerOf(wasmUrl: string): Promise<Read> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
  return async (picture) => {
    const [code] = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
    return code?.text;
  };
}

/** What a camera shows now. */
function pictureOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData {
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = certain(canvas.getContext('2d', { willReadFrequently: true }));
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
