import { type Collator, collatorOf } from '../compare.ts'
import type { Cursors } from '../cursors.ts'
import { CommandError } from '../errors.ts'
import type { Store } from '../storage/store.ts'
import { type Doc, isDoc, numberOr } from '../values.ts'

/** What commands work with; one per server. */
export interface Context {
  readonly store: Store
  readonly cursors: Cursors
  readonly startedAt: number
  now(): Date
  openConnections(): number
}

/** One command as it came in. */
export interface Command {
  readonly name: string
  readonly body: Doc
  readonly database: string
  readonly connectionId: number
  /** The documents of an insert, undecoded. */
  readonly documents: readonly Uint8Array[]
}

/** The body of the reply; bytes when it carries stored documents as they are. */
export type Reply = Doc | Uint8Array

export type Handler = (command: Command, context: Context) => Reply

/** The namespace a command's first field names. Throws when it is no name. */
export function namespaceOf({ name, body, database }: Command): string {
  const collection = body[name]
  if (typeof collection !== 'string' || collection === '')
    throw new CommandError('InvalidNamespace', `collection name has invalid type for ${name}`)
  return `${database}.${collection}`
}

export const docOr = (value: unknown, fallback: Doc = {}): Doc => (isDoc(value) ? value : fallback)

/** The collator a command asks for, else the one its collection was made with. */
export const collatorFor = ({ store }: Context, namespace: string, body: Doc): Collator | undefined =>
  collatorOf(body['collation'] ?? store.collection(namespace)?.options['collation'])

/** When a command has to be done: it may say how long it may take. */
export function deadlineOf(body: Doc, now: Date): number | undefined {
  const limit = numberOr(body['maxTimeMS'], 0)
  return limit > 0 ? now.getTime() + limit : undefined
}

/** A whole number that is not negative. Throws BadValue for others. */
export function countOf(body: Doc, field: string): number {
  const value = numberOr(body[field], 0)
  if (!Number.isInteger(value) || value < 0)
    throw new CommandError('BadValue', `BSON field '${field}' value must be >= 0, actual value '${value}'`)
  return value
}
