type Convert = (bytes: Uint8Array) => unknown

/**
 * Replaces the byte arrays in a message by what the frame encoder takes for binary data. It knows an ArrayBuffer in
 * browsers and a Buffer in Node; a plain Uint8Array it would write out number by number.
 */
export function withBinary(message: object, convert: Convert): object {
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, binary(value, convert)]))
}

function binary(value: unknown, convert: Convert): unknown {
  if (value instanceof Uint8Array) return convert(value)
  return Array.isArray(value) && value[0] instanceof Uint8Array ? value.map(convert) : value
}
