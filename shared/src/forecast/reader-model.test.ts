import { describe, expect, test } from 'vitest'
import { readMarkdown } from './blocks/markdown.ts'
import { readerRequest, readReply } from './reader-model.ts'

const document = readMarkdown(
  '# Cache\n\nPages are kept for\nten minutes.\n\n## Limits\n\nAt most (10) pages.\n',
)
const chat = (content: string) => ({ choices: [{ message: { content } }] })
const asked = (quote: string, more = {}) => ({
  category: 'evidence',
  question: 'Why ten?',
  quote,
  persona: 'sre',
  ...more,
})
const replied = (...questions: unknown[]) => readReply(chat(JSON.stringify({ questions })), document)

describe('a reply', () => {
  test('becomes findings at the quoted passages', () => {
    expect(replied(asked('At most (10) pages'))).toMatchObject({
      findings: [
        {
          category: 'evidence',
          question: 'Why ten?',
          personas: ['sre'],
          section: 'Limits',
          span: { block: 3, from: 0, to: 18 },
        },
      ],
      dropped: 0,
    })
  })

  test('may break a quoted line elsewhere', () => {
    expect(replied(asked('kept for ten minutes'))).toMatchObject({ findings: [{ section: 'Cache' }] })
  })

  test.each([
    ['a quote that is not in the text', asked('Pages are kept for ever')],
    ['a quote of a word', asked('Pages')],
    ['an unknown category', asked('At most (10) pages', { category: 'weather' })],
    ['a question of the wrong form', { question: 7 }],
    ['a question that is a page long', asked('', { question: 'x'.repeat(500) })],
  ])('loses %s', (_, question) => {
    expect(replied(question)).toMatchObject({ findings: [], dropped: 1 })
  })

  test.each([
    ['no chat completion', { error: 'busy' }],
    ['nothing', undefined],
    ['prose', chat('I would ask why ten.')],
    ['another JSON', chat('[1, 2]')],
  ])('that is %s is a problem, not an exception', (_, body) => {
    expect(readReply(body, document)).toHaveProperty('problem')
  })

  test('in a code fence is read', () => {
    expect(
      readReply(chat(`\`\`\`json\n${JSON.stringify({ questions: [asked('')] })}\n\`\`\``), document),
    ).toMatchObject({
      findings: [{ quote: '', span: null }],
    })
  })
})

test('the request carries the taxonomy, the readers and the text', () => {
  const { messages } = readerRequest('small', 'The text.', ['security'])
  expect(messages[0]?.content).toContain('rollout-rollback: How is it switched on')
  expect(messages[0]?.content).toContain('Personas: security')
  expect(messages[1]?.content).toBe('The text.')
})
