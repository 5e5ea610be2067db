import { decodeHTMLStrict } from 'entities/decode'

/** Resolves backslash escapes and entities. */
export const unescaped = (text: string): string =>
  text
    .split(/(\\[!-/:-@[-`{-~])/)
    .map((part, index) => (index % 2 === 1 ? part.slice(1) : decodeHTMLStrict(part)))
    .join('')
