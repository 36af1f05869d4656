import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { drawQr } from './draw-qr.server.ts';

it('draws a code that a reader reads, with its quiet zone', async () => {
  const address = 'https://convite.example.gov.co/talleres/01900000-0000-7000-8000-00000000abcd';
  const { side, path } = drawQr(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`;
  const wasm = await readFile(
    createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  );
  await prepareZXingModule({
    overrides: {
      wasmBinary: wasm.buffer.slice(
        wasm.byteOffset,
        wasm.byteOffset + wasm.byteLength,
      ) as ArrayBuffer,
    },
    fireImmediately: true,
  });
  const [read] = await readBarcodes(new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer()));
  expect(read).toMatchObject({ format: 'QRCode', text: address });
});
