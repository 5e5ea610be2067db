import type { Cue } from './cue.ts'

export const dependencies: readonly Cue[] = [
  {
    id: 'depends-on',
    words: 'depend* relies rely requires prerequisite* assum* blocked',
    pattern:
      /\b(?:depend(?:s|ed|ing)? (?:up)?on|rel(?:y|ies|ied|ying) on|prerequisites?|blocked (?:by|on)|builds? (?:up)?on|new dependenc(?:y|ies)|(?:a|build|runtime|hard|external) dependency)\b/i,
    question: 'Which version must be there, and what if it is not?',
    reason: 'Something else must exist first.',
    strength: 2,
    example: 'This [[depends on]] the new index.',
  },
  {
    id: 'minimum-version',
    words: 'version versions minimum least newer later',
    pattern:
      /\b(?:(?:minimum|required|supported) (?:\w+ )?versions?|version \d[\w.]*|(?:v?\d+\.\d+(?:\.\d+)?) (?:or|and) (?:later|newer|above|higher))\b/i,
    question: 'What of those who are on another version?',
    reason: 'A version is required.',
    strength: 1,
    example: 'It needs a [[supported version]] of the store.',
  },
]
