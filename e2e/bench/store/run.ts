import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { startEmbedded } from '../../../server/src/embedded/index.ts'
import { median, perSecond } from './measure.ts'

/**
 * The embedded store under mongoose, as the application uses it: `npm run bench:store`. With MONGODB_URI set, the same
 * calls against that MongoDB. A folder to keep the data in can be given, to measure the disk that matters.
 */
const [parent = tmpdir()] = process.argv.slice(2)
const uri = process.env['MONGODB_URI']
const dataDir = await mkdtemp(join(parent, 'bench-store-'))
const store = uri ? undefined : await startEmbedded({ dataDir })
await mongoose.connect(uri ?? store?.uri ?? '', { dbName: 'bench_store', autoIndex: false })

const Note = mongoose.model(
  'Note',
  new mongoose.Schema({
    group: { type: Number, index: true },
    e: { type: Number, index: true },
    title: String,
    tags: [String],
    author: { name: String, mail: String },
  }),
)

const note = (i: number) => ({
  group: Math.floor(i / 32),
  e: i,
  title: `Note ${i}, of which there are many`,
  tags: ['design', 'review', `tag${i % 17}`],
  author: { name: 'Ada', mail: `ada${i % 100}@example.org` },
})

const documents = 50_000
const inFlight = [1, 32]
const milliseconds = 3000
const rows: [string, string][] = []
const report = (what: string, result: string): void => {
  rows.push([what, result])
  console.log(`${what.padEnd(58)}${result}`)
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`,
)
console.log(`${uri ? 'MONGODB_URI' : 'embedded store'}, data in ${parent}\n`)
try {
  await Note.deleteMany({})
  await Note.createIndexes()
  const ids: mongoose.Types.ObjectId[] = []
  const loading = performance.now()
  for (let from = 0; from < documents; from += 1000) {
    const made = await Note.insertMany(Array.from({ length: 1000 }, (_, i) => note(from + i)))
    for (const { _id } of made) ids.push(_id)
  }
  report(
    `insertMany of ${documents}, 1000 at once, per second`,
    perS((documents * 1000) / (performance.now() - loading)),
  )
  const anyId = (i: number) => ids[(i * 7919) % documents]
  for (const n of inFlight) {
    report(
      `findById, ${n} in flight, per second`,
      perS(await perSecond(n, milliseconds, i => Note.findById(anyId(i)))),
    )
    const group = (i: number) => (i * 7919) % (documents / 32)
    report(
      `indexed find of 32 documents, ${n} in flight, per second`,
      perS(await perSecond(n, milliseconds, i => Note.find({ group: Math.floor(group(i)) }))),
    )
    report(
      `updateOne by _id, ${n} in flight, per second`,
      perS(
        await perSecond(n, milliseconds, i =>
          Note.updateOne({ _id: anyId(i) }, { $inc: { 'author.edits': 1 } }, { strict: false }),
        ),
      ),
    )
    report(
      `insert one, ${n} in flight, per second`,
      perS(await perSecond(n, milliseconds, i => Note.create(note(documents + i)))),
    )
  }
  const range = (): Promise<unknown[]> => Note.find({ e: { $gte: 100, $lt: 200 } }).lean()
  report(
    `range e ≥ 100, e < 200 over ${documents}, indexed, median`,
    `${(await median(50, range)).toFixed(2)} ms`,
  )
  const page = (): Promise<unknown[]> => Note.find().sort({ e: -1 }).limit(20).lean()
  report(`the last 20 by an index over ${documents}, median`, `${(await median(50, page)).toFixed(2)} ms`)
} finally {
  if (uri) await mongoose.connection.dropDatabase()
  await mongoose.disconnect()
  await store?.stop()
  await rm(dataDir, { recursive: true })
}

function perS(rate: number): string {
  return Math.round(rate).toLocaleString('en')
}
