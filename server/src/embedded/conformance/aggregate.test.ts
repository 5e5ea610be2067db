import type { Document } from 'mongodb'
import { beforeAll, expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()
let orders: ReturnType<typeof world.collection>
let people: ReturnType<typeof world.collection>

beforeAll(async () => {
  orders = world.collection()
  people = world.collection()
  const persons: Document[] = [
    { _id: 1, name: 'Ada', teams: ['a', 'b'] },
    { _id: 2, name: 'Bob', teams: [] },
  ]
  await people.insertMany(persons)
  const rows: Document[] = [
    { _id: 1, who: 1, sum: 10, tags: ['x', 'y'], at: new Date('2026-01-02') },
    { _id: 2, who: 1, sum: 5, tags: ['y'], at: new Date('2026-01-03') },
    { _id: 3, who: 2, sum: 7, tags: [], at: new Date('2026-02-01') },
    { _id: 4, who: 3, sum: 1, at: new Date('2026-02-01') },
  ]
  await orders.insertMany(rows)
})

test.each<[string, Document[], unknown[]]>([
  ['$match and $count', [{ $match: { sum: { $gt: 4 } } }, { $count: 'n' }], [{ n: 3 }]],
  [
    '$sort, $skip and $limit',
    [{ $sort: { sum: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }],
    [{ _id: 3 }],
  ],
  [
    '$group',
    [
      { $group: { _id: '$who', sum: { $sum: '$sum' }, n: { $sum: 1 }, max: { $max: '$sum' } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 1, sum: 15, n: 2, max: 10 },
      { _id: 2, sum: 7, n: 1, max: 7 },
      { _id: 3, sum: 1, n: 1, max: 1 },
    ],
  ],
  [
    '$unwind',
    [{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'x', n: 1 },
      { _id: 'y', n: 2 },
    ],
  ],
  [
    '$unwind that keeps the empty',
    [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }],
    [{ n: 5 }],
  ],
  [
    '$project with expressions',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 0, twice: { $multiply: ['$sum', 2] }, n: { $size: '$tags' } } },
    ],
    [{ twice: 20, n: 2 }],
  ],
  [
    '$addFields and $cond',
    [
      { $addFields: { big: { $cond: [{ $gte: ['$sum', 7] }, 'yes', 'no'] } } },
      { $match: { big: 'no' } },
      { $project: { big: 1 } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 2, big: 'no' },
      { _id: 4, big: 'no' },
    ],
  ],
  [
    '$facet',
    [
      {
        $facet: {
          all: [{ $count: 'n' }],
          top: [{ $sort: { sum: -1 } }, { $limit: 1 }, { $project: { sum: 1 } }],
        },
      },
    ],
    [{ all: [{ n: 4 }], top: [{ _id: 1, sum: 10 }] }],
  ],
  [
    '$replaceRoot',
    [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { tags: '$tags' } } }],
    [{ tags: ['x', 'y'] }],
  ],
  ['$sortByCount', [{ $sortByCount: '$who' }, { $limit: 1 }], [{ _id: 1, count: 2 }]],
])('%s', async (_name, pipeline, expected) => {
  expect(await orders.aggregate(pipeline).toArray()).toEqual(expected)
})

test('$lookup joins by a field, with arrays and what is missing', async () => {
  const joined = (from: ReturnType<typeof world.collection>, stage: Document) =>
    from.aggregate([{ $lookup: stage }, { $sort: { _id: 1 } }]).toArray()
  const byField = await joined(orders, {
    from: people.collectionName,
    localField: 'who',
    foreignField: '_id',
    as: 'person',
  })
  expect(byField.map(({ person }) => person.map((found: Document) => found['name']))).toEqual([
    ['Ada'],
    ['Ada'],
    ['Bob'],
    [],
  ])
  const byArray = await joined(people, {
    from: orders.collectionName,
    localField: 'teams',
    foreignField: 'tags',
    as: 'found',
  })
  expect(byArray.map(({ found }) => found.length)).toEqual([0, 0])
})

test('$lookup with its own pipeline sees the variables of let', async () => {
  const found = await people
    .aggregate([
      {
        $lookup: {
          from: orders.collectionName,
          let: { id: '$_id' },
          pipeline: [
            { $match: { $expr: { $eq: ['$who', '$$id'] } } },
            { $sort: { sum: 1 } },
            { $project: { sum: 1, _id: 0 } },
          ],
          as: 'orders',
        },
      },
      { $sort: { _id: 1 } },
      { $project: { orders: 1 } },
    ])
    .toArray()
  expect(found).toEqual([
    { _id: 1, orders: [{ sum: 5 }, { sum: 10 }] },
    { _id: 2, orders: [{ sum: 7 }] },
  ])
})

test('$out and $merge write what a pipeline gives', async () => {
  const target = world.collection()
  await orders.aggregate([{ $match: { who: 1 } }, { $out: target.collectionName }]).toArray()
  expect(await target.countDocuments()).toBe(2)
  await orders
    .aggregate([
      { $project: { who: 1, merged: { $literal: true } } },
      { $merge: { into: target.collectionName } },
    ])
    .toArray()
  expect(await target.find({ merged: true, sum: { $exists: true } }).toArray()).toHaveLength(2)
  expect(await target.countDocuments()).toBe(4)
})

test.each<[string, Document[], number]>([
  ['an unknown stage', [{ $no: 1 }], 40324],
  ['a stage of two fields', [{ $match: {}, $limit: 1 }], 40323],
  ['change streams, which a standalone has not', [{ $changeStream: {} }], 40573],
])('%s is refused', async (_name, pipeline, code) => {
  await expect(orders.aggregate(pipeline).toArray()).rejects.toMatchObject({ code })
})

test('distinct takes arrays apart, and count counts', async () => {
  expect((await orders.distinct('tags')).toSorted()).toEqual(['x', 'y'])
  expect(await orders.distinct('who', { sum: { $gt: 5 } })).toEqual([1, 2])
  expect(await orders.countDocuments({ who: 1 }, { limit: 1 })).toBe(1)
  expect(await orders.estimatedDocumentCount()).toBe(4)
})
