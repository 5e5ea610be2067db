import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EJSON } from 'bson'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command, Context } from '../commands/command.ts'
import { dispatch } from '../commands/dispatch.ts'
import { Cursors } from '../cursors.ts'
import { damageOf } from '../storage/check.ts'
import { Store } from '../storage/store.ts'
import { type Doc, decode, encode, isDoc } from '../values.ts'
import { patience, seeded, values } from './arbitrary.ts'

let dataDir: string
let store: Store
let context: Context

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'properties-'))
  store = new Store(dataDir)
  context = {
    store,
    cursors: new Cursors(() => 0),
    startedAt: 0,
    now: () => new Date(0),
    openConnections: () => 0,
  }
})

afterAll(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

function run(body: Doc): Doc {
  const documents = Array.isArray(body['documents']) ? body['documents'].map(doc => encode(doc)) : []
  const command: Command = {
    name: Object.keys(body)[0] ?? '',
    body,
    database: 'test',
    connectionId: 1,
    documents,
  }
  // Through bytes, as over a connection: what is stored must not share objects with what was sent.
  const reply = dispatch({ ...command, body: decode(encode(body)) }, context)
  return isDoc(reply) ? reply : decode(reply)
}

const small = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(1, 2, 3, 2.5, 'x', 'y', null, [], [1, 2], [2, 'x'], { c: 1 }),
  },
  { weight: 1, arbitrary: values },
)

const documents = fc.record(
  {
    a: small,
    b: small,
    d: fc.oneof(
      fc.record({ c: small, e: small }, { requiredKeys: [], noNullPrototype: true }),
      fc.array(fc.record({ c: small, e: small }, { requiredKeys: [], noNullPrototype: true }), {
        maxLength: 3,
      }),
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const paths = fc.constantFrom('a', 'b', 'd.c', 'd.e')

const conditions = fc.oneof(
  small,
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), small)
    .map(([name, value]) => ({ [name]: value })),
  fc.tuple(small, small).map(([from, to]) => ({ $gte: from, $lt: to })),
  fc.array(small, { maxLength: 3 }).map(list => ({ $in: list })),
  fc.boolean().map($exists => ({ $exists })),
  fc.constant({ $elemMatch: { $gte: 1, $lt: 3 } }),
)

const clause = fc.tuple(paths, conditions).map(([path, condition]) => ({ [path]: condition }))

const queries: fc.Arbitrary<Doc> = fc.oneof(
  clause,
  fc.array(clause, { minLength: 1, maxLength: 3 }).map($and => ({ $and })),
  fc.array(clause, { minLength: 1, maxLength: 3 }).map($or => ({ $or })),
  fc.tuple(small, small).map(([c, e]) => ({ d: { $elemMatch: { c, e } } })),
  fc.constant({}),
)

const sorts = fc.constantFrom<Doc>(
  { a: 1, _id: 1 },
  { a: -1, _id: 1 },
  { b: 1, a: -1, _id: 1 },
  { 'd.c': 1, _id: 1 },
  { _id: -1 },
)

const updates = fc.oneof(
  fc.tuple(paths, small).map(([path, value]) => ({ $set: { [path.replace('d.', 'f.')]: value } })),
  fc.tuple(fc.constantFrom('a', 'b'), small).map(([path, value]) => ({ $set: { [path]: value } })),
  fc.constantFrom('a', 'b', 'd').map(path => ({ $unset: { [path]: 1 } })),
  fc.tuple(fc.constantFrom('a', 'b'), small).map(([path, value]) => ({ $push: { [path]: value } })),
  fc.constant({ $inc: { a: 1 } }),
)

const steps = fc.array(
  fc.oneof(
    fc.record({ insert: documents }),
    fc.record({ update: queries, u: updates, multi: fc.boolean() }),
    fc.record({ remove: queries }),
    fc.record({ find: queries, sort: sorts, limit: fc.constantFrom(0, 1, 3) }),
  ),
  { minLength: 5, maxLength: 25 },
)

const indexes = fc.uniqueArray(
  fc.constantFrom<Doc>(
    { key: { a: 1 }, name: 'a' },
    { key: { a: -1 }, name: 'a-' },
    { key: { b: 1 }, name: 'b', sparse: true },
    { key: { a: 1, b: -1 }, name: 'ab' },
    { key: { b: -1, a: 1 }, name: 'ba' },
    { key: { 'd.c': 1 }, name: 'dc' },
    { key: { 'd.c': 1, 'd.e': -1 }, name: 'dce' },
    { key: { a: 1, 'd.e': 1 }, name: 'ade' },
    { key: { a: 1, _id: 1 }, name: 'a_id', partialFilterExpression: { b: { $exists: true } } },
  ),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
)

let rounds = 0

test(
  'the same steps give the same answers with and without indexes, and the entries stay exact',
  patience,
  () => {
    fc.assert(
      fc.property(indexes, steps, (specs, list) => {
        const [plain, indexed] = [`plain${++rounds}`, `indexed${rounds}`]
        run({ createIndexes: indexed, indexes: specs })
        for (const [i, step] of list.entries()) {
          const [first, second] = [indexed, plain].map(name => answer(name, step, i))
          // Arrays in two fields of one index are refused, by that index alone; and a change of many that is refused in
          // its midst has changed those that came before, which an index puts in another order. Both start anew.
          if (first?.refused || second?.refused) {
            run({ delete: indexed, deletes: [{ q: {}, limit: 0 }] })
            run({ delete: plain, deletes: [{ q: {}, limit: 0 }] })
          } else expect(first).toEqual(second)
        }
        expect(damageOf(store)).toEqual([])
        run({ drop: plain })
        run({ drop: indexed })
        store.commit()
      }),
      seeded(60),
    )
  },
)

/** What a step answers, in a form that two collections can be compared by. */
function answer(name: string, step: Doc, i: number): { refused: boolean; shown: string } {
  const reply = run(commandOf(name, step, i))
  const errors = Array.isArray(reply['writeErrors']) ? reply['writeErrors'] : []
  const refused = errors.length > 0 || reply['code'] !== undefined
  const cursor = reply['cursor']
  const found = isDoc(cursor) ? cursor['firstBatch'] : undefined
  const { n, nModified, code } = reply
  return {
    refused,
    shown: EJSON.stringify(
      { found, n, nModified, code, errors: errors.map(error => error.code) },
      { relaxed: false },
    ),
  }
}

function commandOf(
  name: string,
  { insert, update, u, multi, remove, find, sort, limit }: Doc,
  i: number,
): Doc {
  if (isDoc(insert)) return { insert: name, documents: [{ _id: i, ...insert }] }
  // A change of one document takes the first by _id in both, since an index may bring another first.
  if (update)
    return multi
      ? { update: name, updates: [{ q: update, u, multi: true }] }
      : { findAndModify: name, query: update, update: u, sort: { _id: 1 } }
  if (remove) return { delete: name, deletes: [{ q: remove, limit: 0 }] }
  return { find: name, filter: find, sort, limit }
}
