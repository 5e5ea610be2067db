import { z } from 'zod'
import { dismissReasons, dismissScopes, type Settlement } from './settle.ts'

const common = {
  finding: z.object({ id: z.string(), looseId: z.string(), rule: z.string() }),
  by: z.string(),
  at: z.string(),
}

/** Settlements kept beside a file in a repository, as FILE.colloquy.json. */
export const settlementsSchema: z.ZodType<Settlement[]> = z.array(
  z.discriminatedUnion('state', [
    z.object({ ...common, state: z.literal('answered'), passage: z.string(), answerId: z.string() }),
    z.object({ ...common, state: z.literal('open question'), owner: z.string(), due: z.string().nullable() }),
    z.object({
      ...common,
      state: z.literal('dismissed'),
      reason: z.enum(dismissReasons),
      scope: z.enum(dismissScopes),
      term: z.string().exactOptional(),
    }),
  ]),
)
