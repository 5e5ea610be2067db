import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edge, EdgeProblem } from './edges.ts'
import { edgeKinds, edgeProblem, relationsOf, successors } from './edges.ts'
import { standingOf } from './log.ts'

const keys = new Set(['A-1', 'A-2', 'A-3', 'B-1', 'B-2'])

/** `A-2 > A-1` supersedes, `~` amends, `=` relates to; `A-2 >> A-1` declares a split. */
function edge(text: string): Edge {
  const [from = '', sign = '', to = ''] = text.split(' ')
  const kind = sign.startsWith('>') ? 'supersedes' : sign === '~' ? 'amends' : 'relates to'
  return { from, kind, to, split: sign === '>>' }
}

describe('an edge', () => {
  const examples: [string, string[], string, EdgeProblem | null][] = [
    ['joins an empty log', [], 'A-2 > A-1', null],
    ['cannot point at itself', [], 'A-1 > A-1', 'self'],
    ['cannot relate to itself', [], 'A-1 = A-1', 'self'],
    ['needs both decisions', [], 'A-2 > C-9', 'unknown'],
    ['is not said twice', ['A-2 > A-1'], 'A-2 > A-1', 'duplicate'],
    ['relates both ways at once', ['A-2 = A-1'], 'A-1 = A-2', 'duplicate'],
    ['cannot turn back', ['A-2 > A-1'], 'A-1 > A-2', 'cycle'],
    ['cannot come back after three', ['A-2 > A-1', 'A-3 > A-2'], 'A-1 > A-3', 'cycle'],
    ['cannot come back by amending', ['A-2 > A-1'], 'A-1 ~ A-2', 'cycle'],
    ['may relate in a circle', ['A-2 > A-1'], 'A-1 = A-2', null],
    ['may amend what it does not supersede', ['A-2 ~ A-1'], 'A-3 ~ A-1', null],
    ['is the only successor', ['A-2 > A-1'], 'A-3 > A-1', 'second successor'],
    ['is one of several when all declare a split', ['A-2 >> A-1'], 'A-3 >> A-1', null],
    ['is refused when only the second declares it', ['A-2 > A-1'], 'A-3 >> A-1', 'second successor'],
    ['may supersede several', ['A-3 > A-1'], 'A-3 > A-2', null],
    ['crosses spaces', ['A-3 > A-1'], 'B-1 > A-3', null],
  ]

  test.each(examples)('%s', (_name, edges, wanted, problem) => {
    expect(edgeProblem(edge(wanted), edges.map(edge), keys)).toBe(problem)
  })

  test('that is let in never closes a circle nor doubles a successor', () => {
    const key = fc.constantFrom(...keys)
    const any = fc.record({ from: key, to: key, kind: fc.constantFrom(...edgeKinds), split: fc.boolean() })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), wanted => {
        const edges: Edge[] = []
        for (const next of wanted) if (edgeProblem(next, edges, keys) === null) edges.push(next)
        for (const start of keys) expect(successors(start, edges)).not.toContain(start)
        for (const to of keys) {
          const successors = edges.filter(each => each.kind === 'supersedes' && each.to === to)
          expect(successors.length < 2 || successors.every(({ split }) => split)).toBe(true)
        }
      }),
    )
  })
})

describe('a superseded decision', () => {
  const edges = ['A-2 > A-1', 'A-3 >> A-2', 'B-1 >> A-2', 'B-2 ~ A-1'].map(edge)

  test('names the last of each line of successors first', () => {
    expect(successors('A-1', edges).sort()).toEqual(['A-3', 'B-1'])
    expect(standingOf('A-1', 'accepted', edges)).toMatchObject({
      state: 'superseded',
      notice: 'Superseded by A-3 and B-1.',
      relations: [
        { kind: 'superseded by', key: 'A-2' },
        { kind: 'amended by', key: 'B-2' },
      ],
    })
  })

  test('is seen from both ends', () => {
    expect(relationsOf('A-2', edges)).toEqual([
      { kind: 'superseded by', key: 'A-3' },
      { kind: 'superseded by', key: 'B-1' },
      { kind: 'supersedes', key: 'A-1' },
    ])
  })

  test('is not one that still holds', () => {
    expect(standingOf('A-3', 'accepted', edges)).toMatchObject({ state: 'accepted', notice: null })
    expect(standingOf('B-2', 'rejected', edges).notice).toBe('Rejected.')
  })
})
