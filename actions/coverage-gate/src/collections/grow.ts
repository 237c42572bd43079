/**
 * Returns a copy of at least twice the size. Unused pages of it take no memory, and the old buffer is freed at once
 * instead of at the next garbage collection.
 */
export function grow(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer>
export function grow(array: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer>
export function grow(array: Float64Array<ArrayBuffer>, least: number): Float64Array<ArrayBuffer>
export function grow(
  array: Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>,
  least: number,
) {
  let size = Math.max(array.length, 64)
  while (size < least) size *= 2
  const larger =
    array instanceof Int32Array
      ? new Int32Array(size)
      : array instanceof Uint8Array
        ? new Uint8Array(size)
        : new Float64Array(size)
  larger.set(array)
  array.buffer.transfer(0)
  return larger
}
