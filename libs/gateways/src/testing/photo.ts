import { createCanvas, loadImage, type ImageData } from '@napi-rs/canvas';

export type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>;
/** How a phone is held: degrees, how much smaller the far edge is (0 to 1), pixels out of focus, JPEG quality. */
export type Hand = {
  readonly turn: number;
  readonly lean: number;
  readonly blur: number;
  readonly quality: number;
};
type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A part of a sheet as a phone sees it: turned, in perspective, out of focus, in uneven light, compressed. */
export async function photoOf(sheet: Pixels, frame: Frame, hand: Hand): Promise<Pixels> {
  const [width, height] = [Math.round(frame.width * 1.3), Math.round(frame.height * 1.5)];
  const seen = new Float32Array(width * height);
  const [sine, cosine] = [Math.sin((hand.turn * Math.PI) / 180), Math.cos((hand.turn * Math.PI) / 180)];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [right, down] = [column - width / 2, row - height / 2];
      const depth = 1 + hand.lean * (0.5 - row / height); // the far edge is above
      const [x, y] = [(right * cosine + down * sine) * depth, (down * cosine - right * sine) * depth];
      const light = 1 - 0.4 * (row / height) * (column / width);
      seen[row * width + column] =
        light * brightness(sheet, frame.x + frame.width / 2 + x, frame.y + frame.height / 2 + y);
    }
  }
  return compressed(blurred(seen, width, height, hand.blur), width, height, hand.quality);
}

/** Between four pixels; beside the sheet there is a table. */
function brightness({ width, height, data }: Pixels, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 120;
  const at = (top * width + left) * 4;
  const [fx, fy] = [x - left, y - top];
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 4] ?? 0) * fx;
  const below = at + width * 4;
  return upper * (1 - fy) + ((data[below] ?? 0) * (1 - fx) + (data[below + 4] ?? 0) * fx) * fy;
}

/** Each pixel with a share of its neighbours, across and then down. */
function blurred(image: Float32Array, width: number, height: number, blur: number): Float32Array {
  const share = blur / (1 + 2 * blur);
  let from = image;
  for (const step of [1, width]) {
    const to = from.slice();
    for (let at = width; at < width * (height - 1); at += 1) {
      const beside = (from[at - step] ?? 0) + (from[at + step] ?? 0);
      to[at] = (from[at] ?? 0) * (1 - 2 * share) + beside * share;
    }
    from = to;
  }
  return from;
}

async function compressed(
  image: Float32Array,
  width: number,
  height: number,
  quality: number,
): Promise<Pixels> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  const { data } = pixels;
  for (let at = 0; at < image.length; at += 1) {
    const value = image[at] ?? 0;
    data[at * 4] = value;
    data[at * 4 + 1] = value;
    data[at * 4 + 2] = value * 0.95;
    data[at * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  context.drawImage(await loadImage(await canvas.encode('jpeg', quality)), 0, 0);
  return context.getImageData(0, 0, width, height);
}
