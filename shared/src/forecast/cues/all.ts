import type { Category } from '../categories.ts'
import { alternatives } from './alternatives.ts'
import { apiDetail } from './api-detail.ts'
import { audienceUsecase } from './audience-usecase.ts'
import { compatMigration } from './compat-migration.ts'
import { costEffort } from './cost-effort.ts'
import type { Cue } from './cue.ts'
import { dependencies } from './dependencies.ts'
import { drawbacksRisks } from './drawbacks-risks.ts'
import { edgeCases } from './edge-cases.ts'
import { evidence } from './evidence.ts'
import { examples } from './examples.ts'
import { futureWork } from './future-work.ts'
import { interaction } from './interaction.ts'
import { mechanism } from './mechanism.ts'
import { motivation } from './motivation.ts'
import { naming } from './naming.ts'
import { operability } from './operability.ts'
import { ownership } from './ownership.ts'
import { performance } from './performance.ts'
import { priorArt } from './prior-art.ts'
import { processAuthority } from './process-authority.ts'
import { rolloutRollback } from './rollout-rollback.ts'
import { scope } from './scope.ts'
import { security } from './security.ts'
import { successCriteria } from './success-criteria.ts'
import { teachingDocs } from './teaching-docs.ts'
import { terminology } from './terminology.ts'
import { testing } from './testing.ts'
import { timeline } from './timeline.ts'
import { uxAccessibility } from './ux-accessibility.ts'

/** What makes readers ask each kind of question. A new cue is one row in its category's file. */
export const cues: Readonly<Record<Category, readonly Cue[]>> = {
  motivation,
  alternatives,
  'prior-art': priorArt,
  scope,
  terminology,
  'audience-usecase': audienceUsecase,
  'compat-migration': compatMigration,
  'rollout-rollback': rolloutRollback,
  'edge-cases': edgeCases,
  performance,
  'cost-effort': costEffort,
  security,
  operability,
  testing,
  dependencies,
  'api-detail': apiDetail,
  mechanism,
  naming,
  ownership,
  timeline,
  'process-authority': processAuthority,
  evidence,
  interaction,
  'teaching-docs': teachingDocs,
  examples,
  'future-work': futureWork,
  'success-criteria': successCriteria,
  'drawbacks-risks': drawbacksRisks,
  'ux-accessibility': uxAccessibility,
}
