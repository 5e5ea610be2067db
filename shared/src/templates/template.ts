import type { JSONContent } from '@tiptap/core'
import { z } from 'zod'
import { Problem } from '../contract/problems.ts'
import { personaIds } from '../forecast/personas.ts'
import { presetNames } from '../review/presets.ts'
import { withIds } from '../schema/ids.ts'
import { parseMarkdown } from '../schema/markdown/parse.ts'
import { plainText } from '../schema/plainText.ts'

const meta = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** One sentence that helps to choose. */
  description: z.string().trim().min(1).max(300),
  kind: z.string().trim().min(1).max(40),
  version: z.number().int().positive(),
  /** Who reads such a document unless its author says otherwise. */
  audience: z.array(z.enum(personaIds)).min(1),
  policy: z.enum(presetNames),
})

export type TemplateSection = {
  /** The id the heading gets in a document made from the template; it stays when the heading is renamed. */
  id: string
  heading: string
  level: number
  required: boolean
  /** What the section should answer, in a reader's words. */
  questions: string[]
  /** What the author is told until they write; also looked for in finished documents, where it has no place. */
  guidance: string
}

export type Template = z.infer<typeof meta> & {
  sections: TemplateSection[]
  /** What a new document begins with: headings, guidance and structured blocks. */
  doc: JSONContent
}

/** The templates every workspace has, as names of Markdown files in this folder. The first is offered first. */
export const builtInTemplates = [
  'design-doc',
  'rfc',
  'alignment-proposal',
  'decision-record',
  'one-pager',
  'migration-plan',
  'technical-strategy',
  'post-incident-review',
] as const

/**
 * Reads a template: Markdown with front matter, where a comment below each heading says whether the section is required and
 * which questions it should answer, `<!-- section: required` and one `- question` per line, and another gives `guidance:`.
 * Throws `Problem('invalid')` that lists everything wrong with it.
 */
export const parseTemplate = (markdown: string): Template => {
  const { doc, frontMatter } = parseMarkdown(markdown)
  const read = meta.safeParse(frontMatter)
  const wrong = read.success
    ? []
    : read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  const { sections, content } = readSections(withIds(doc).content ?? [])
  if (sections.length === 0) wrong.push('It has no sections.')
  for (const { heading, declared } of sections)
    if (!declared) wrong.push(`“${heading}” does not say whether it is required or optional.`)
  if (!read.success || wrong.length > 0)
    throw new Problem('invalid', 'This is not a template. See the list of what is wrong.', wrong)
  return {
    ...read.data,
    sections: sections.map(({ declared, ...section }) => section),
    doc: { type: 'doc', content },
  }
}

type Found = TemplateSection & { declared: boolean }

/** Takes the comments about sections out of the content, and gives both. */
const readSections = (blocks: readonly JSONContent[]): { sections: Found[]; content: JSONContent[] } => {
  const sections: Found[] = []
  const content = blocks.filter(block => {
    const section = sections.at(-1)
    if (block.type === 'heading') sections.push(newSection(block))
    else if (block.type === 'guidance' && section) {
      const text = (block.content ?? []).map(child => child.text ?? '').join('')
      section.guidance = [section.guidance, text].filter(Boolean).join('\n')
    } else if (block.type === 'comment' && section) {
      const declared = readDeclaration(String(block.attrs?.['text'] ?? ''))
      if (declared) Object.assign(section, declared)
      return !declared
    }
    return true
  })
  return { sections, content }
}

const newSection = (heading: JSONContent): Found => ({
  id: String(heading.attrs?.['id']),
  heading: plainText(heading).trim(),
  level: Number(heading.attrs?.['level']),
  required: false,
  questions: [],
  guidance: '',
  declared: false,
})

const readDeclaration = (comment: string) => {
  const [first = '', ...lines] = comment.trim().split('\n')
  const kind = /^section: (required|optional)$/.exec(first.trim())?.[1]
  if (!kind) return null
  const questions = lines.map(line => line.replace(/^\s*-\s*/, '').trim()).filter(Boolean)
  return { required: kind === 'required', questions, declared: true }
}
