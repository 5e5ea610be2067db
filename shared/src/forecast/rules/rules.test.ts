import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import { rules } from './all.ts'
import type { Example } from './rule.ts'

/** Takes the `[[…]]` out of an example and says where they were. */
function unmark({ text }: Example): { source: string; marked: [number, number][] } {
  const marked: [number, number][] = []
  let source = ''
  for (const part of text.split(/(\[\[.*?\]\])/s)) {
    if (part.startsWith('[[') && part.endsWith(']]')) {
      marked.push([source.length, source.length + part.length - 4])
      source += part.slice(2, -2)
    } else source += part
  }
  return { source, marked }
}

describe.each(rules)('$id', rule => {
  test.each(rule.examples.map(example => [example.text, example] as const))('%j', (_, example) => {
    const { source, marked } = unmark(example)
    const switches = { [rule.id]: true }
    const found = forecast(source, { ...example.options, rules: switches, all: true }).findings.filter(
      f => f.rule === rule.id,
    )

    if (example.missing) expect(found).toMatchObject([{ span: null, quote: '' }])
    else
      expect(found.map(({ from, to }) => [from, to]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(
        marked,
      )
    for (const { question, reason } of found) {
      expect(question).toMatch(/\S\?$/)
      expect(`${question}${reason}`).not.toMatch(/[{}]|undefined/)
    }
  })

  test('shows at least one thing that it leaves alone', () => {
    expect(rule.examples.some(({ text, missing }) => !missing && !text.includes('[['))).toBe(true)
  })
})
