import { expect, test } from 'vitest'
import { readMarkdown } from './blocks/markdown.ts'
import { createForecaster } from './engine.ts'
import { checkBlock } from './facts.ts'
import { readAs } from './read-as.ts'

const source = `# Queue

## Motivation

The BFQ is slow, and the XQL too.

## Security

CI holds an upload token with write access to the registry.

## Implementation history

First draft.

## Terms

The Big Fast Queue (BFQ) holds messages.
`
const { blocks } = readMarkdown(source)
const facts = blocks.map(checkBlock)
const { findings } = createForecaster({ all: true }).update(blocks)

test('a reader sees their own questions only', () => {
  const view = readAs('security', facts, findings)
  expect(view.findings.length).toBeGreaterThan(0)
  expect(view.findings.every(({ personas }) => personas.includes('security'))).toBe(true)
})

test('terms used before they are explained are named, with where they are', () => {
  expect(readAs('newcomer', facts, findings).unknownTerms).toMatchObject([
    { term: 'BFQ', span: { block: 2 }, expandedLater: true },
    { term: 'XQL', span: { block: 2 }, expandedLater: false },
  ])
  expect(readAs('newcomer', facts, findings, ['BFQ', 'XQL']).unknownTerms).toEqual([])
})

test('sections with nothing for them can be skipped', () => {
  const skips = (persona: 'security' | 'executive') =>
    readAs(persona, facts, []).skippable.map(({ heading }) => heading)
  expect(skips('security')).toEqual(['Motivation', 'Implementation history'])
  expect(skips('executive')).toEqual(['Security', 'Implementation history'])
})
