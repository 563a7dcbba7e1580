const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk. */
const AROUND = 12;
const SIZE_AT = SIGNATURE.length + 8;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns whether the bytes start as those of a PNG do. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Returns the size of a PNG in pixels from its header (IHDR, the first chunk); undefined where that is not sound, or the
 * chunks do not run up to an end (IEND) that is the end of the file.
 */
export function pngSize(bytes: Uint8Array): Size | undefined {
  if (!isPng(bytes) || bytes.length < SIZE_AT + 17) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (typeAt(bytes, SIGNATURE.length) !== 'IHDR' || view.getUint32(SIGNATURE.length) !== 13) return undefined;
  if (!endsSoundly(bytes, view)) return undefined;
  const [width, height] = [view.getUint32(SIZE_AT), view.getUint32(SIZE_AT + 4)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function endsSoundly(bytes: Uint8Array, view: DataView): boolean {
  for (let at = SIGNATURE.length; at + AROUND <= bytes.length;) {
    const next = at + AROUND + view.getUint32(at);
    if (typeAt(bytes, at) === 'IEND') return next === bytes.length;
    at = next;
  }
  return false;
}

function typeAt(bytes: Uint8Array, chunk: number): string {
  return String.fromCharCode(...bytes.subarray(chunk + 4, chunk + 8));
}
