import { categories, categoryIds } from './categories.ts'
import { cues } from './cues/all.ts'
import type { Cue } from './cues/cue.ts'
import { model } from './model.ts'
import { personas } from './personas.ts'
import { rules } from './rules/all.ts'
import type { Rule } from './rules/rule.ts'

/** The manual of one rule, generated from what the engine runs on. */
export type RulePage = { id: string; title: string; markdown: string }

/** One page per check and per category of question. */
export const rulePages: readonly RulePage[] = [...rules.map(checkPage), ...categoryIds.map(categoryPage)]

/** The page of a rule as a finding names it; a cue's page is its category's. */
export function rulePage(rule: string): RulePage | undefined {
  return (
    rulePages.find(({ id }) => id === rule) ??
    rulePages.find(({ id }) => id.startsWith('forecast/') && rule.startsWith(`${id}/`))
  )
}

function checkPage({ id, title, why, personas: who, examples, precision, byDefault }: Rule): RulePage {
  const found = examples.filter(({ text, missing }) => missing || text.includes('[['))
  const left = examples.filter(example => !found.includes(example))
  const measured = precision
    ? `${precision.useful} of ${precision.judged} findings on real drafts were judged useful.`
    : 'Not yet measured.'
  return {
    id,
    title,
    markdown: [
      `# ${title}`,
      `\`${id}\` · asked by ${who.map(persona => personas[persona].name).join(', ')} · ${byDefault ? 'on' : 'off'} by default`,
      why,
      '## Precision',
      measured,
      '## It finds what is in [[double brackets]]',
      ...found.map(({ text }) => fenced(text)),
      '## It leaves alone',
      ...left.map(({ text }) => fenced(text)),
    ].join('\n\n'),
  }
}

function categoryPage(category: (typeof categoryIds)[number]): RulePage {
  const { name, asks, personas: who } = categories[category]
  const words = Object.entries(model.words[category] ?? {})
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([stem]) => `${stem}…`)
  const prior = Math.round(100 / (1 + Math.exp(-(model.prior[categoryIds.indexOf(category)] ?? 0))))
  return {
    id: `forecast/${category}`,
    title: name,
    markdown: [
      `# ${name}`,
      `\`forecast/${category}\` · asked by ${who.map(persona => personas[persona].name).join(', ')}`,
      asks,
      `${prior} % of the reviewed documents behind the forecast were asked about it. What raises it most, beside the phrases below: ${words.join(', ')}`,
      '## Precision',
      '31 of 49 questions shown on real drafts, over all categories, were judged to be ones a reviewer would ask.',
      '## What makes readers ask',
      ...cues[category].map(cuePage),
    ].join('\n\n'),
  }
}

function cuePage({ id, example, question, reason }: Cue): string {
  return `### ${id}\n\n${reason}\n\n> ${example.replace(/\n+/g, '\n> ')}\n\n“${question}”`
}

function fenced(text: string): string {
  return `\`\`\`md\n${text.trim()}\n\`\`\``
}
