import type { Cue } from './cue.ts'

export const apiDetail: readonly Cue[] = [
  {
    id: 'field',
    words:
      'field fields parameter* option options flag flags argument* property properties attribute* header* key variable*',
    pattern:
      /\b(?:(?:new|optional|additional) (?:[\w-]+ )?(?:fields?|param(?:eter)?s?|options?|flags?|arguments?|propert(?:y|ies)|attributes?|headers?|(?:environment )?variables?))\b/i,
    question: 'What are its type, its default and its allowed values?',
    reason: 'A part of an interface is named without its exact shape.',
    strength: 2,
    example: 'Requests carry an [[optional field]].',
  },
  {
    id: 'quantity-unit',
    words: 'timeout* interval* ttl duration* period delay* age size limit* expiry expiration',
    pattern:
      /\b(?:timeouts?|intervals?|ttls?|durations?|delays?|max(?:imum)?[ -](?:age|size|length)|expir(?:y|ation)(?: time| date)?|retention)\b(?![^.]{0,60}\b\d)/i,
    question: 'In which unit is it given, and what is its default?',
    reason: 'A quantity without a unit.',
    strength: 2,
    example: 'The [[timeout]] can be set.',
  },
  {
    id: 'format',
    words: 'format formats json yaml schema structure struct payload syntax serializ* encod* table toml xml',
    pattern:
      /\b(?:formats?|json|yaml|toml|schemas?|structs?|payloads?|serializ\w+|data (?:structure|model))\b/i,
    question: 'What exactly does it look like, and how will it be versioned?',
    reason: 'A format is named and not shown in full.',
    strength: 1,
    example: 'Events are stored as [[JSON]].',
  },
  {
    id: 'returns',
    words: 'return* respon* result*',
    pattern: /\b(?:returns?|returned|returning|respon(?:se|ses|ds?)|result(?:s|ing)? (?:is|are|in|of))\b/i,
    question: 'What exactly comes back, also when there is nothing to return?',
    reason: 'An answer is described for the usual case.',
    strength: 1,
    example: 'The call [[returns]] the list.',
  },
  {
    id: 'closed-list',
    words: 'either one possible allowed valid supported values following enum',
    pattern:
      /\b(?:one of (?:the following|two|three|four|five|\d|x{2,})|(?:possible|allowed|valid|supported|accepted) (?:values?|types?|options?|formats?|modes?)|enum(?:eration)?s?|either x{2,})\b/i,
    question: 'How is the list extended, and what does an old client do with a new value?',
    reason: 'A list of values is closed.',
    strength: 2,
    example: 'The state is [[one of three]].',
  },
  {
    id: 'entry-point',
    words:
      'endpoint* api apis method methods function functions command commands hook hooks interface* macro* callback*',
    pattern:
      /\b(?:(?:an?|new) (?:new|public|x{2,}) (?:[\w-]+ )?(?:endpoints?|api|methods?|functions?|(?:sub)?commands?|hooks?|interfaces?|macros?|callbacks?|constructors?|decorators?|annotations?))\b/i,
    question: 'What exactly does it take and return, and which errors can it give?',
    reason: 'An entry point is introduced without its signature.',
    strength: 2,
    example: 'We add [[a new endpoint]] for it.',
  },
  {
    id: 'configured',
    words: 'config* setting settings configur* overrid*',
    pattern:
      /\b(?:configurable|configured|configuration (?:file|option|value|setting)s?|settings?|overrid(?:e|es|den|ing))\b/i,
    question: 'Where is it set, and which setting wins when two disagree?',
    reason: 'A setting exists at some level; readers know others.',
    strength: 1,
    example: 'The size is [[configurable]].',
  },
]
