import sharp from 'sharp';

/**
 * A photo as a phone takes it: noisy, so that it weighs, with the place and the phone written into
 * it.
 */
export async function newPhoto(
  options: { width?: number; height?: number; red?: number } = {},
): Promise<Buffer> {
  const { width = 640, height = 480, red = 200 } = options;
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 3) {
    pixels[index] = red;
    pixels[index + 1] = (index * 7) % 251;
    pixels[index + 2] = (index * 13) % 241;
  }
  return await sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Telefono Secreto', Copyright: 'Vecina Secreta' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '4/1 38/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}
