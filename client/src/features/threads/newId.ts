const LETTERS = 'abcdefghijklmnopqrstuvwxyz012345'

/** An id of the form the server makes: 16 lower-case letters and digits, 80 bits of chance. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => LETTERS[byte % LETTERS.length]).join(
    '',
  )
}
