import type { documentRoutes } from '@colloquy/shared/contract/documents'
import { Problem } from '@colloquy/shared/contract/problems'
import type { InputOf } from '@colloquy/shared/contract/route'
import { wordCount } from '@colloquy/shared/schema/wordCount'
import type { Actor } from '../../kernel/actor.ts'
import type { Bus } from '../../kernel/bus.ts'
import { createDocument, type Found } from '../documents/index.ts'
import type { NamedTemplate } from './built-in.ts'

/** Starts a document from a template, or empty. */
export async function startDocument(
  actor: Actor,
  bus: Bus,
  templates: ReadonlyMap<string, NamedTemplate>,
  { spaceId, title, templateId }: InputOf<typeof documentRoutes.create>,
): Promise<Found> {
  const template = templateId === null ? null : templates.get(templateId)
  if (template === undefined) throw new Problem('missing', 'There is no such template')
  return createDocument(actor, bus, {
    spaceId,
    title,
    kind: template?.kind ?? 'document',
    audience: template?.audience ?? [],
    template,
    content: template?.doc ?? null,
    words: template ? wordCount(template.doc) : 0,
  })
}
