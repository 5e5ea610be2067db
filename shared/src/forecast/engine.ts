import { type BlockFacts, checkBlock } from './facts.ts'
import { featuresOf } from './features.ts'
import { createFingerprints } from './fingerprint.ts'
import { forecastFindings } from './forecasts.ts'
import { hash } from './hash.ts'
import { type DocumentFacts, resolve } from './matchers/resolve.ts'
import { model as fittedModel, type Model } from './model.ts'
import { outlineOf } from './outline.ts'
import { countWeighed, predict } from './predict.ts'
import { present } from './present.ts'
import { rank } from './rank.ts'
import { sectionReadability } from './readability.ts'
import { rules } from './rules/all.ts'
import { plainHeading, reported } from './sections.ts'
import type { Block, Forecast, ForecastOptions } from './types.ts'

export type Forecaster = {
  /** The forecast of these blocks. Blocks that are the same objects as before cost nothing to read again. */
  update: (blocks: readonly Block[]) => Forecast
  /** Takes new options (audience, glossary, rules …) for the updates to come; nothing read so far is lost. */
  configure: (options: ForecastOptions) => void
}

/** A forecaster for one document that changes; keeps the facts of every block it has seen and that still lives. */
export function createForecaster(initial: ForecastOptions = {}): Forecaster {
  const known = new WeakMap<Block, BlockFacts>()
  let options = initial
  const read = (block: Block): BlockFacts => {
    const kept = known.get(block)
    if (kept) return kept
    const facts = checkBlock(block)
    known.set(block, facts)
    return facts
  }
  return {
    update: blocks => forecastOf(blocks.map(read), options),
    configure: next => {
      options = next
    },
  }
}

/**
 * The forecast of one document from the facts of its blocks. `model` and `countOf` are given only when another model than
 * the fitted one is tried.
 */
export function forecastOf(
  facts: readonly BlockFacts[],
  options: ForecastOptions,
  model: Model = fittedModel,
  countOf: (stem: string) => number = countWeighed(facts),
): Forecast {
  const outline = outlineOf(facts)
  const document: DocumentFacts = {
    facts,
    outline,
    options,
    knownTerms: new Set((options.knownTerms ?? []).map(term => hash(term))),
    guidance: new Set((options.guidance ?? []).map(text => hash(plainHeading(text)))),
    inProse: block => {
      const kind = facts[block]?.block.kind
      const role = outline.sections[outline.sectionOf[block] ?? 0]?.role ?? 'other'
      return (kind === 'paragraph' || kind === 'item') && !reported.has(role)
    },
  }
  const mark = createFingerprints()
  const checks = rules
    .filter(({ id, byDefault }) => options.rules?.[id] ?? byDefault)
    .flatMap(rule => resolve(document, rule.match).map(hit => present(rule, hit, document, mark)))
  const ranking = predict(model, featuresOf(facts, outline), countOf, outline.words)
  const forecasts =
    options.rules?.['forecast'] === false ? [] : forecastFindings(document, ranking, model, mark)
  return {
    words: outline.words,
    findings: rank([...checks, ...forecasts], outline.words, options),
    ranking,
    sections: sectionReadability(facts, outline),
  }
}
