import { BSON, type Collection, type Db, type Document, type MongoClient } from 'mongodb'

/** Told while documents are copied and compared: the collection, how many are done, and how many there are. */
export type CopyProgress = (namespace: string, done: number, total: number) => void

/** Values keep their types on the way. */
const exact = { promoteValues: false, bsonRegExp: true } as const
const ownDatabases = ['admin', 'config', 'local']
const batch = 500

/**
 * Copies all databases of one MongoDB into another: collections with their options, views, indexes and documents, which
 * are put over those with the same `_id`, so that it can be done again. Answers how many documents were copied and
 * found the same afterwards. Throws an Error that names what differs.
 */
export async function copyEverything(
  from: MongoClient,
  to: MongoClient,
  progress: CopyProgress,
): Promise<number> {
  const { databases } = await from.db('admin').admin().listDatabases({ nameOnly: true })
  const names = databases.map(({ name }) => name).filter(name => !ownDatabases.includes(name))
  let documents = 0
  for (const name of names) documents += await copyDatabase(from.db(name), to.db(name), progress)
  return documents
}

async function copyDatabase(from: Db, to: Db, progress: CopyProgress): Promise<number> {
  const infos = await from.listCollections({}, { nameOnly: false }).toArray()
  const there = new Set((await to.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  // Views last: they stand on collections.
  const ordered = infos
    .filter(({ name }) => !name.startsWith('system.'))
    .toSorted((a, b) => Number(isView(a)) - Number(isView(b)))
  let documents = 0
  for (const info of ordered) {
    if (!there.has(info.name)) await to.createCollection(info.name, { ...info.options })
    if (isView(info)) continue
    const [source, target] = [from.collection(info.name), to.collection(info.name)]
    await copyIndexes(source, target)
    documents += await copyDocuments(source, target, progress)
  }
  return documents
}

const isView = ({ type }: { type?: string }): boolean => type === 'view'

async function copyIndexes(source: Collection, target: Collection): Promise<void> {
  const specs = (await source.indexes()).filter(({ name }) => name !== '_id_')
  for (const { key, v, ns, ...options } of specs) await target.createIndex(key, options)
}

async function copyDocuments(
  source: Collection,
  target: Collection,
  progress: CopyProgress,
): Promise<number> {
  const total = await source.countDocuments()
  let done = 0
  let waiting: Document[] = []
  const write = async (): Promise<void> => {
    const operations = waiting.map(doc => ({
      replaceOne: { filter: { _id: doc['_id'] }, replacement: doc, upsert: true },
    }))
    if (operations.length > 0)
      await target.bulkWrite(operations, { ordered: false, bypassDocumentValidation: true })
    done += waiting.length
    waiting = []
    progress(source.namespace, done, total)
  }
  for await (const doc of source.find({}, exact)) {
    waiting.push(doc)
    if (waiting.length === batch) await write()
  }
  await write()
  await refuseDifference(source, target)
  return done
}

/** Reads both in the order of `_id` and compares every byte. */
async function refuseDifference(source: Collection, target: Collection): Promise<void> {
  const [left, right] = [source, target].map(collection => collection.find({}, exact).sort({ _id: 1 }))
  if (!left || !right) return
  for (;;) {
    const [a, b] = [await left.next(), await right.next()]
    if (!a && !b) return
    if (a && b && Buffer.compare(BSON.serialize(a), BSON.serialize(b)) === 0) continue
    const counts = `${await source.countDocuments()} and ${await target.countDocuments()} documents`
    const id = BSON.EJSON.stringify((a ?? b)?.['_id'])
    throw new Error(`${source.namespace} differs after copying (${counts}), first at _id ${id}.`)
  }
}
