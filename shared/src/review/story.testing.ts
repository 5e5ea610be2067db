import { expect } from 'vitest'
import type { ProblemCode } from '../contract/problems.ts'
import type { Act } from './acts.ts'
import { Act as ActSchema } from './acts.ts'
import { apply } from './apply.ts'
import type { Calendar } from './calendar.ts'
import { DAY, everyDay } from './calendar.ts'
import { isConcernOpen } from './concerns.ts'
import type { Context } from './context.ts'
import { create } from './create.ts'
import { nextDue } from './due.ts'
import type { EventType } from './event-types.ts'
import { ReviewEvent, replay } from './events.ts'
import { missing } from './missing.ts'
import type { MissingCode } from './missing-line.ts'
import { MissingLine } from './missing-line.ts'
import { SYSTEM } from './people.ts'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { Review } from './review.ts'
import type { Section } from './sections.ts'
import type { Disposition } from './states.ts'

/** Sections in short: `summary`, `proposal` and `decision` are what they say, others belong to the space named after `@`. */
export function sections(words: Record<string, string>): Section[] {
  return Object.entries(words).map(([name, hash]) => {
    const [title = '', domain] = name.split('@')
    const part = title === 'summary' || title === 'proposal' || title === 'decision' ? title : 'other'
    return { sectionId: title, title, hash, part, domains: domain ? [domain] : [] }
  })
}

export const startOfStory = Date.parse('2026-03-02T09:00:00Z')

export type Beginning = {
  policy?: Policy
  approvers?: string[]
  touches?: string[]
  contributors?: string[]
  groups?: Record<string, string[]>
  owners?: Record<string, string[]>
  calendar?: Calendar
  draft?: boolean
}

/** The same value, all the way down unchangeable: an act that changed the review it was given would throw. */
function frozen<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

/**
 * A review told act by act. Every act is parsed as at the door and, besides what the story itself expects, keeps the laws of
 * the aggregate: the review given stays as it was, events only join, and replaying them rebuilds the review.
 */
export class Story {
  review: Review
  readonly events: ReviewEvent[] = []
  now = startOfStory
  readonly groups: Record<string, string[]>
  readonly owners: Record<string, string[]>
  private readonly calendar: Calendar
  private ids = 0

  constructor(beginning: Beginning = {}) {
    this.groups = beginning.groups ?? {}
    this.owners = beginning.owners ?? { home: ['olga'] }
    this.calendar = beginning.calendar ?? everyDay
    const begun = create(
      {
        documentId: 'document',
        spaceId: 'home',
        touches: beginning.touches ?? [],
        policy: beginning.policy ?? presets.standard,
        driver: 'dan',
        authors: ['ann'],
        version: 1,
        sections: sections({ summary: 's1', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' }),
      },
      this.context('dan'),
    )
    this.review = frozen(begun.review)
    this.events.push(...begun.events)
    for (const personId of beginning.approvers ?? []) {
      this.does('dan', { type: 'name approver', holder: { kind: 'person', personId } })
    }
    if (beginning.contributors) {
      this.does('dan', { type: 'set contributors', contributors: beginning.contributors })
    }
    if (!beginning.draft) this.does('dan', { type: 'open review' })
  }

  context(actor: string): Context {
    this.ids += 1
    const { now, groups, owners, calendar } = this
    return { actor, now, id: `id${this.ids}`, groups, owners, calendar }
  }

  /** Does what must be allowed; gives the types of the events it left. */
  does(actor: string, act: Act): EventType[] {
    const result = apply(this.review, ActSchema.parse(act), this.context(actor))
    expect(result, `${actor}: ${act.type}`).toMatchObject({ ok: true })
    if (!result.ok) return []
    this.events.push(...result.events)
    this.review = frozen(result.review)
    const stored: ReviewEvent[] = JSON.parse(JSON.stringify(this.events))
    expect(replay(stored)).toEqual(this.review)
    expect(Review.parse(this.review)).toEqual(this.review)
    expect(ReviewEvent.array().parse(stored)).toEqual(stored)
    return result.events.map(({ type }) => type)
  }

  /** Tries what must be refused with this problem; gives what is missing. */
  refused(actor: string, act: Act, code: ProblemCode): MissingCode[] {
    const result = apply(this.review, ActSchema.parse(act), this.context(actor))
    if (!result.ok) expect(MissingLine.array().parse(result.missing)).toEqual(result.missing)
    expect(result, `${actor}: ${act.type}`).toMatchObject({ ok: false, problem: { code } })
    return result.ok ? [] : result.missing.map(line => line.code)
  }

  /** Lets days pass and the clock do what it does. */
  passes(days: number): EventType[] {
    this.now += days * DAY
    return this.does(SYSTEM, { type: 'tick' })
  }

  approves(...people: string[]): EventType[] {
    return people.flatMap(actor => this.answers(actor, 'approve'))
  }

  answers(actor: string, verdict: 'approve' | 'request changes' | 'abstain', reason = ''): EventType[] {
    return this.does(actor, {
      type: 'give verdict',
      verdict,
      reason,
      version: this.review.version,
      for: null,
    })
  }

  edits(words: Record<string, string>, editorial = false): EventType[] {
    const version = this.review.version + 1
    return this.does('ann', { type: 'edit', version, sections: sections(words), editorial })
  }

  raises(actor: string, title: string): string {
    this.does(actor, { type: 'raise concern', title, reason: `Because of ${title}`, anchor: null })
    return Object.keys(this.review.concerns).at(-1) ?? ''
  }

  /** Restates a concern, lets the raiser confirm, proposes a resolution and lets the raiser confirm that. */
  resolves(concernId: string): void {
    const raiser = this.review.concerns[concernId]?.raiser ?? ''
    this.does('dan', { type: 'restate concern', concernId, text: 'You mean this' })
    this.does(raiser, { type: 'answer restatement', concernId, confirmed: true, reason: '' })
    this.does('dan', {
      type: 'propose resolution',
      concernId,
      summary: 'The concern',
      change: 'The change',
      rationale: 'Why it answers',
    })
    this.does(raiser, { type: 'answer resolution', concernId, confirmed: true, reason: '' })
  }

  proposes(disposition: Disposition = 'accept'): EventType[] {
    return this.does('dan', { type: 'propose decision', disposition })
  }

  publishes(type: 'accept' | 'reject' | 'postpone' = 'accept', actor = 'dan'): EventType[] {
    return this.does(actor, { type, reason: 'It is time', revisit: null })
  }

  cannotPublish(type: 'accept' | 'reject' | 'postpone' = 'accept', actor = 'dan'): MissingCode[] {
    return this.refused(actor, { type, reason: 'It is time', revisit: null }, 'refused')
  }

  get state(): string {
    return this.review.stage.state
  }

  missing(disposition: Disposition = 'accept'): MissingLine[] {
    return missing(this.review, disposition, this.context('dan'))
  }

  get openConcerns(): string[] {
    return Object.values(this.review.concerns)
      .filter(isConcernOpen)
      .map(({ concernId }) => concernId)
  }

  get nextDue(): number | null {
    return nextDue(this.review, this.context(SYSTEM))
  }
}
