import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtInTemplates, parseTemplate, type Template } from '@colloquy/shared/templates/template'

const folder = join(import.meta.dirname, '../../../../shared/src/templates')

export type NamedTemplate = Template & { templateId: string }

/** The templates that come with Colloquy, read once when the server starts, in the order in which they are offered. */
export async function readBuiltIn(): Promise<ReadonlyMap<string, NamedTemplate>> {
  const read = builtInTemplates.map(async templateId => {
    const markdown = await readFile(join(folder, `${templateId}.md`), 'utf8')
    return [templateId, { templateId, ...parseTemplate(markdown) }] as const
  })
  return new Map(await Promise.all(read))
}
