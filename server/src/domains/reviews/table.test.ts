import { documentRoutes } from '@colloquy/shared/contract/documents'
import { Problem } from '@colloquy/shared/contract/problems'
import { reviewRoutes, type SentAct, sentAct } from '@colloquy/shared/contract/reviews'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { type ActType, actTypes } from '@colloquy/shared/review/acts'
import { apply } from '@colloquy/shared/review/apply'
import { cast, samples, ways } from '@colloquy/shared/review/cast.testing'
import { Review } from '@colloquy/shared/review/review'
import { type Role, rolesOf } from '@colloquy/shared/review/roles'
import type { Section } from '@colloquy/shared/review/sections'
import { type State, states } from '@colloquy/shared/review/states'
import { rowsFor } from '@colloquy/shared/review/table'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock } from '../../kernel/clock.ts'
import { type Caller, startWorld, type World } from '../../testing/world.ts'
import { contextOf } from './context.ts'
import { ReviewModel } from './model.ts'
import { readSections } from './text.ts'

/*
 * Reviews in every state, as the tests of the rules bring them about, are put behind the real server. Whoever asks, it has
 * to answer as the table does.
 */

let world: World
let touched: string
const people = new Map<string, Caller>()
const realNow = clock.now
const names = [...Object.values(cast).filter(name => name !== cast.system), 'new', 'sid2']

beforeAll(async () => {
  world = await startWorld()
  await Promise.all(names.map(async name => people.set(name, await world.join(`Person ${name}`))))
  const { spaceId } = world.space
  const other = { name: 'Interfaces', prefix: 'API', everyone: null }
  touched = (await world.owner.call(spaceRoutes.create, other)).spaceId
  await world.owner.call(spaceRoutes.setMember, { spaceId, accountId: idOf(cast.owner), role: 'owner' })
}, 180_000)
afterAll(() => {
  clock.now = realNow
  return world.stop()
})

const callerOf = (name: string): Caller => {
  const caller = people.get(name)
  if (!caller) throw new Error(`nobody plays ${name}`)
  return caller
}
const idOf = (name: string) => callerOf(name).person.accountId

/** The same with the people, spaces and texts of this world in the place of the story's. */
function translated<Value>(value: Value, documentId: string, sections: readonly Section[]): Value {
  const hash = (title: string) => sections.find(section => section.title === title)?.hash ?? ''
  const words = new Map<string, string>([
    ...names.map((name): [string, string] => [name, idOf(name)]),
    ['home', world.space.spaceId],
    ['api', touched],
    ['document', documentId],
    ['s1', hash('summary')],
    ['p1', hash('proposal')],
    ['n2', hash('notes')],
    ['l1', hash('limits')],
  ])
  return JSON.parse(
    JSON.stringify(value).replace(/"([a-z]+\d?)"/g, (all, word) =>
      words.has(word) ? `"${words.get(word)}"` : all,
    ),
  )
}

/** A document whose review is in this state. `reset` brings it back there. */
async function arranged(state: State) {
  const { document } = await world.owner.call(documentRoutes.importMarkdown, {
    spaceId: world.space.spaceId,
    filename: 'store.md',
    markdown: '## summary\n\na\n\n## proposal\n\nb\n\n## notes\n\nc\n\n## limits\n\nd\n',
  })
  const { documentId } = document
  await world.owner.call(documentRoutes.shareWithEveryone, { documentId, role: 'commenter' })
  for (const name of [cast.driver, cast.author]) {
    await world.owner.call(documentRoutes.share, { documentId, accountId: idOf(name), role: 'editor' })
  }
  const story = ways[state]()
  const sections = await readSections(documentId, [])
  const review = Review.parse({ ...translated(story.review, documentId, sections), sections })
  clock.now = () => new Date(story.now)
  const stored = {
    spaceId: review.spaceId,
    touches: review.touches,
    state: review.stage.state,
    revision: review.revision,
    review,
    outbox: [],
    dueAt: null,
    editorial: null,
  }
  const reset = () => ReviewModel.replaceOne({ _id: documentId }, stored, { upsert: true })
  await reset()
  const all = Object.values(translated(samples(story), documentId, sections))
  const acts = all.filter((act): act is SentAct => sentAct.safeParse(act).success)
  return { documentId, review, acts, reset }
}

/** Who tries an act in a state: one of each role that a row gives it to, and two that may not. */
function triers(act: ActType, state: State): string[] {
  const given = rowsFor(act, state).flatMap(({ who }) => who)
  const tried: Role[] = given.length > 0 ? [...given, 'anyone', 'informed'] : ['driver']
  return [...new Set(tried.filter(role => role !== 'system').map(role => cast[role]))]
}

const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    error => (error instanceof Problem ? error.code : Promise.reject(error)),
  )

describe.each(states)('in a document that is %s', state => {
  test('every act is done or refused as the table says, whoever asks', async () => {
    const { documentId, review, acts, reset } = await arranged(state)
    for (const act of acts) {
      for (const name of triers(act.type, state)) {
        const context = await contextOf(review, idOf(name))
        const ruled = apply(review, act, context)
        const answer = await outcomeOf(callerOf(name).call(reviewRoutes.act, { documentId, act }))
        expect(answer, `${name}: ${act.type}`).toBe(ruled.ok ? 'done' : ruled.problem.code)
        const roles = rolesOf(review, context)
        const given = rowsFor(act.type, state).some(({ who }) => who.some(role => roles.has(role)))
        if (!given) expect(answer, `${name}: ${act.type}`).toMatch(/forbidden|conflict|missing/)
        if (answer === 'done') await reset()
      }
    }
  }, 120_000)

  test('everybody is offered the acts that the table gives to their roles, and no other', async () => {
    const { documentId, review } = await arranged(state)
    for (const name of Object.values(cast).filter(each => each !== cast.system)) {
      const record = await callerOf(name).call(reviewRoutes.read, { documentId })
      const roles = rolesOf(review, await contextOf(review, idOf(name)))
      const given = actTypes.filter(type =>
        rowsFor(type, state).some(
          ({ who, never }) => who.some(role => roles.has(role)) && !never?.some(role => roles.has(role)),
        ),
      )
      const shown = record?.offered.map(({ act }) => act) ?? []
      expect(given, name).toEqual(expect.arrayContaining(shown))
      // Some that the table gives are still nobody's but the publisher's.
      const kept = given.filter(type => !shown.includes(type))
      expect(
        kept.every(type => ['accept', 'reject', 'postpone'].includes(type)),
        name,
      ).toBe(true)
    }
  }, 120_000)
})
