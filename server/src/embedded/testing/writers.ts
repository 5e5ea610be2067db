import { type Collection, type Document, MongoClient } from 'mongodb'

/** What one writer was told: the documents it has, and how often its counter went up. */
export interface Told {
  readonly writer: number
  readonly present: Set<string>
  readonly absent: Set<string>
  count: number
  /** The write under way when the store was killed: it may have happened or not. */
  unknown: string | undefined
}

export const toldNothing = (writer: number): Told => ({
  writer,
  present: new Set(),
  absent: new Set(),
  count: 0,
  unknown: undefined,
})

/**
 * Writes one thing after another, keeping account of what was acknowledged, until a write fails. Calls `acknowledged`
 * after each.
 */
export async function write(
  collection: Collection<Document>,
  told: Told,
  round: number,
  acknowledged: () => void,
): Promise<void> {
  told.unknown = undefined
  for (let i = 0; ; i++) {
    const _id = `${told.writer}.${round}.${i}`
    const old = `${told.writer}.${round}.${i - 3}`
    const doc: Document = { _id, writer: told.writer, tags: [`t${i % 5}`, `u${i % 3}`], unique: _id, at: i }
    const acts: [string, () => Promise<unknown>, () => void][] = [
      [_id, () => collection.insertOne(doc), () => told.present.add(_id)],
      ['count', () => count(collection, told), () => told.count++],
    ]
    if (i >= 3 && i % 2 === 0)
      acts.push([
        old,
        () => collection.deleteOne(byId(old)),
        () => {
          told.present.delete(old)
          told.absent.add(old)
        },
      ])
    for (const [subject, act, note] of acts) {
      told.unknown = subject
      await act()
      note()
      acknowledged()
    }
    told.unknown = undefined
  }
}

const byId = (_id: string): Document => ({ _id })

const counting: Document = { $inc: { n: 1 }, $push: { tags: { $each: [1, 2], $slice: -4 } } }

const count = (collection: Collection<Document>, { writer }: Told): Promise<unknown> =>
  collection.updateOne(byId(`counter.${writer}`), counting, { upsert: true })

/** A client whose writers are told at once when the store is gone. */
export const impatientClient = (uri: string): Promise<MongoClient> =>
  new MongoClient(uri, {
    retryWrites: false,
    serverSelectionTimeoutMS: 2000,
    maxPoolSize: 16,
    minPoolSize: 16,
  }).connect()
