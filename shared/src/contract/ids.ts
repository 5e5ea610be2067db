import { z } from 'zod'

/** Ids are opaque: 16 to 24 lower-case letters and digits made by the server. */
export const id = z.string().regex(/^[a-z0-9]{16,24}$/, 'not an id')

/** Points in time cross the wire as ISO 8601 strings in UTC. */
export const time = z.iso.datetime()

/** Ids of the blocks inside a document, made by the editor. */
export const blockId = z.string().min(1).max(64)
