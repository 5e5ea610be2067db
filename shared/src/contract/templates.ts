import { z } from 'zod'
import { route } from './route.ts'

export const templateSection = z.object({
  heading: z.string(),
  level: z.number().int(),
  required: z.boolean(),
  /** Questions the section should answer, in a reader's words. */
  questions: z.array(z.string()),
  /** What the author is told until they write. */
  guidance: z.string(),
})

export const template = z.object({
  templateId: z.string().min(1).max(64),
  version: z.number().int(),
  name: z.string(),
  description: z.string(),
  kind: z.string(),
  audience: z.array(z.string()),
  policy: z.string(),
  sections: z.array(templateSection),
})
export type TemplateRecord = z.infer<typeof template>

export const templateRoutes = {
  list: route({
    method: 'GET',
    path: '/api/templates',
    summary: 'Templates a new document can start from.',
    input: z.object({}),
    reply: z.array(template),
  }),
}
