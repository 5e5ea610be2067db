import type { CueHit } from './aboutness.ts'
import { anchorFinder } from './anchors.ts'
import { categories, categoryIds } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import { isHeard } from './features.ts'
import type { createFingerprints } from './fingerprint.ts'
import type { DocumentFacts } from './matchers/resolve.ts'
import type { Model } from './model.ts'
import { isProposed } from './proposed.ts'
import { fill, quoteOf, wordsFor } from './quote.ts'
import { sectionAsks } from './section-asks.ts'
import type { CategoryScore, Finding } from './types.ts'
import { allCues } from './words.ts'

/** Passages proposed per category. */
const places = { usual: 1, all: 3 }
/** Passages looked at for one with a cue. */
const lookedAt = 6
/** Categories less likely than this are not worded unless everything is asked for. */
const likelyEnough = 0.12

/** How surely the wording fits the passage, by the strength of the cue; 0 is a passage without one. */
const certainty = [0.3, 0.45, 0.75, 1] as const

/**
 * The likely questions of the ranked categories, each at the passages most likely to raise it. Only passages with a cue
 * are proposed, unless everything is asked for: a question worded without one is rarely about the text.
 */
export function forecastFindings(
  document: DocumentFacts,
  ranking: readonly CategoryScore[],
  model: Model,
  mark: ReturnType<typeof createFingerprints>,
): Finding[] {
  const all = document.options.all === true
  const find = anchorFinder(document.facts, document.outline, model.anchors)
  return ranking.flatMap(score => {
    const category = categoryIds.indexOf(score.category)
    if (!all && score.probability < likelyEnough) return []
    const anchors = find(category, all ? places.all : lookedAt)
    const found: Finding[] = []
    for (const { block } of anchors) {
      const fact = document.facts[block]
      const cue = fact && strongestCue(document, fact, block, category)
      if (!fact || (!all && !(cue && isProposed(document, fact, block, cue)))) continue
      found.push(worded(document, score, block, fact, cue, mark))
      if (found.length === (all ? places.all : places.usual)) break
    }
    // Passages after the first are further guesses at the same question.
    const guesses = found
      .slice(0, all ? places.all : places.usual)
      .map((finding, at) => ({ ...finding, score: finding.score / 2 ** at }))
    return all ? [...guesses, absence(document, score, mark, guesses.length)] : guesses
  })
}

function strongestCue(
  { outline }: DocumentFacts,
  { about }: BlockFacts,
  block: number,
  category: number,
): CueHit | undefined {
  const role = outline.sections[outline.sectionOf[block] ?? 0]?.role ?? 'other'
  let best: CueHit | undefined
  for (const hit of about.cueHits) {
    const cue = allCues[hit.cue]
    if (cue?.index !== category || !isHeard(hit.cue, role)) continue
    if (!best || cue.strength > (allCues[best.cue]?.strength ?? 0)) best = hit
  }
  return best
}

function worded(
  { outline, options }: DocumentFacts,
  { category, probability, influences }: CategoryScore,
  block: number,
  fact: BlockFacts,
  hit: CueHit | undefined,
  mark: ReturnType<typeof createFingerprints>,
): Finding {
  const section = outline.sections[outline.sectionOf[block] ?? 0]
  const cue = hit && allCues[hit.cue]
  const sentence = fact.sentences[hit?.sentence ?? densest(fact)] ?? { from: 0, to: fact.block.text.length }
  const quote = quoteOf(fact.block, sentence.from, sentence.to)
  const asks =
    section && sectionAsks[section.role].category === category
      ? sectionAsks[section.role].ask
      : categories[category].asks
  const share = `${Math.round(100 * probability)} % of documents like this one are asked about ${categories[category].name.toLowerCase()}`
  const certain = certainty[cue?.strength ?? 0] ?? 0
  return {
    ...mark({
      rule: `forecast/${category}`,
      section: section?.heading ?? '',
      matched: cue && hit ? `${cue.id} ${fact.block.text.slice(hit.from, hit.to)}` : '',
      sentence: fact.prose.slice(sentence.from, sentence.to),
    }),
    layer: 'forecast',
    rule: cue ? `forecast/${category}/${cue.id}` : `forecast/${category}`,
    category,
    question:
      cue && hit ? fill(cue.question, captures(fact, hit)) : fill(asks, { section: section?.heading ?? '' }),
    personas: categories[category].personas,
    path: section?.path ?? [],
    section: section?.heading ?? '',
    quote,
    span: { block, from: sentence.from, to: sentence.to },
    reason: cue ? `${cue.reason} ${share}.` : `The passage that says most about it. ${share}.`,
    influences,
    score: options.all ? probability : Math.sqrt(probability) * certain,
    shown: false,
  }
}

/** What the cue matched and its groups, as the author wrote them. */
function captures(
  { block, prose, sentences }: BlockFacts,
  { cue, from, sentence }: CueHit,
): Record<string, string> {
  const { pattern } = allCues[cue] ?? {}
  const start = sentences[sentence]?.from ?? from
  const match =
    pattern &&
    new RegExp(pattern.source, `${pattern.flags}d`).exec(prose.slice(start, sentences[sentence]?.to))
  return Object.fromEntries(
    (match?.indices ?? []).map((range, at) => [
      String(at),
      range ? wordsFor(block.text.slice(start + range[0], start + range[1])) : '',
    ]),
  )
}

/** The longest sentence of the block: the one with most to ask about. */
function densest({ sentences }: BlockFacts): number {
  let best = 0
  for (const [index, { words }] of sentences.entries())
    if (words > (sentences[best]?.words ?? 0)) best = index
  return best
}

/** The same question as an absence: nothing in the document answers it. */
function absence(
  { options }: DocumentFacts,
  { category, probability, influences }: CategoryScore,
  mark: ReturnType<typeof createFingerprints>,
  guesses: number,
): Finding {
  return {
    ...mark({ rule: `forecast/${category}`, section: '', matched: '', sentence: '' }),
    layer: 'forecast',
    rule: `forecast/${category}`,
    category,
    question: categories[category].asks,
    personas: categories[category].personas,
    path: [],
    section: '',
    quote: '',
    span: null,
    reason: 'Asked of documents like this one when no passage answers it.',
    influences,
    score: (options.all ? probability : 0) / 2 ** Math.max(guesses, 0),
    shown: false,
  }
}
