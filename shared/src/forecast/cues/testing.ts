import type { Cue } from './cue.ts'

export const testing: readonly Cue[] = [
  {
    id: 'tests-unnamed',
    words: 'test tests tested testing verif* coverage e2e ci',
    pattern:
      /\b(?:(?:unit|integration|e2e|end-to-end|regression|conformance|smoke|manual|load|performance|functional|acceptance|new|more|existing) tests?|tests? (?:will|should|must|are|is|can|plan|suite|coverage|matrix)|(?:will be|be|is|are|been) (?:\w+ )?(?:tested|verified|validated)|test coverage)\b/i,
    also: /\b(?:will|should|must|shall|to be|need|plan|add(?:ed|ing)?)\b/i,
    question: 'Which tests exactly, in which combinations, and who runs them?',
    reason: 'Tests are promised in general.',
    strength: 3,
    example: '[[Unit tests]] will be added.',
  },
  {
    id: 'ensured',
    words: 'ensure* guarantee* correct* parity sync consistent equivalent synced',
    pattern:
      /\b(?:ensur(?:e|es|ed|ing) that|guarantee(?:s|d)?|correctness|parity|in[- ]sync|synced|equivalent to|make sure)\b/i,
    question: 'How is that checked, and what would show that it is not so?',
    reason: 'A guarantee is given without its proof.',
    strength: 2,
    example: 'Both copies are kept [[in sync]].',
  },
]
