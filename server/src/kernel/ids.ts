import { customAlphabet } from 'nanoid'

/** A new opaque id: 16 lower-case letters and digits, 82 bits of chance. */
export const newId = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 16)

/** A secret for links: 32 letters and digits, 190 bits of chance. */
export const newSecret = customAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 32)
