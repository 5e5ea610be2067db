/*
 * Limits that both ends keep to. They stand apart from the schemas, so that the first page a browser loads can know
 * them without loading the means to check a schema.
 */

/** Limits in bytes. A larger message or document is refused as `tooLarge`. */
export const UPDATE_LIMIT = 1_000_000
export const DOCUMENT_LIMIT = 20_000_000
export const AWARENESS_LIMIT = 16_384
/** A frame above this closes the connection unread; it leaves room for refusing an oversized update by name. */
export const FRAME_LIMIT = 4_000_000

/** How much text a quote keeps, in UTF-16 code units. */
export const QUOTE_LIMIT = 5000
export const CONTEXT_LIMIT = 64
