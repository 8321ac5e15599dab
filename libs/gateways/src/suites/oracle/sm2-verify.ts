import { createHash } from 'node:crypto';

/**
 * SM2 verification written out from GB/T 32918.2 section 7 over plain integers, slow and for tests only: it says
 * whether what OpenSSL signs is SM2, with whichever signer's id.
 */
export function sm2Verifies(
  key: { readonly x: bigint; readonly y: bigint },
  message: Uint8Array,
  { r, s }: { readonly r: bigint; readonly s: bigint },
  signerId: string,
): boolean {
  if (r < 1n || s < 1n || r >= N || s >= N) return false;
  const t = mod(r + s, N);
  if (t === 0n) return false;
  const point = add(times(s, G), times(t, key));
  return point !== null && mod(digest(key, message, signerId) + point.x, N) === r;
}

type Point = { readonly x: bigint; readonly y: bigint } | null; // null: the point at infinity

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};

function mod(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}

function inverse(value: bigint): bigint {
  let [power, base, exponent] = [1n, mod(value, P), P - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) power = mod(power * base, P);
    base = mod(base * base, P);
  }
  return power;
}

function add(one: Point, other: Point): Point {
  if (one === null) return other;
  if (other === null) return one;
  if (one.x === other.x && mod(one.y + other.y, P) === 0n) return null;
  const slope =
    one.x === other.x
      ? mod((3n * one.x * one.x + A) * inverse(2n * one.y), P)
      : mod((other.y - one.y) * inverse(other.x - one.x), P);
  const x = mod(slope * slope - one.x - other.x, P);
  return { x, y: mod(slope * (one.x - x) - one.y, P) };
}

function times(factor: bigint, point: Point): Point {
  let [sum, power]: [Point, Point] = [null, point];
  for (let left = factor; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, power);
    power = add(power, power);
  }
  return sum;
}

function digest(key: { readonly x: bigint; readonly y: bigint }, message: Uint8Array, id: string): bigint {
  const idBytes = Buffer.from(id, 'ascii');
  const entl = Buffer.from([(idBytes.length * 8) >> 8, (idBytes.length * 8) & 0xff]);
  const curve = [A, B, G.x, G.y, key.x, key.y].map((value) =>
    Buffer.from(value.toString(16).padStart(64, '0'), 'hex'),
  );
  const z = createHash('sm3')
    .update(Buffer.concat([entl, idBytes, ...curve]))
    .digest();
  return BigInt(`0x${createHash('sm3').update(z).update(message).digest('hex')}`);
}
