/**
 * A copy twice as large, or larger where more has to fit. What is not used of it takes no memory, and
 * the old one none any more: it is freed at once, not when the collector comes by.
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
