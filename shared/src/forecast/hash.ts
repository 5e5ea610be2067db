/** FNV-1a over UTF-16 units: a 32-bit number, the same on every platform. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Eight hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
