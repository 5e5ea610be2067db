import { accountRoutes } from './accounts.ts'
import { decisionRoutes } from './decisions.ts'
import { documentRoutes } from './documents.ts'
import { reviewRoutes } from './reviews.ts'
import type { Route } from './route.ts'
import { spaceRoutes } from './spaces.ts'
import { templateRoutes } from './templates.ts'
import { threadRoutes } from './threads.ts'

/** Every route of the application by domain: what OpenAPI is made from and what the mount test walks. */
export const routes = {
  accounts: accountRoutes,
  spaces: spaceRoutes,
  documents: documentRoutes,
  templates: templateRoutes,
  threads: threadRoutes,
  reviews: reviewRoutes,
  decisions: decisionRoutes,
} satisfies Record<string, Record<string, Route>>
