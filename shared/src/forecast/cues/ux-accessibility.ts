import type { Cue } from './cue.ts'

export const uxAccessibility: readonly Cue[] = [
  {
    id: 'seen-on-screen',
    words:
      'ui page pages screen* button* menu* dialog* modal* click* select* widget* sidebar nav panel tab tooltip icon form dropdown banner editor prompt',
    pattern:
      /\b(?:ui\b|user interface|screens?|buttons?|menus?|dialogs?|modals?|click(?:s|ed|ing)?|widgets?|side ?bars?|nav(?:igation|bar)?|panels?|tooltips?|icons?|dropdowns?|banners?|prompts?|edit page|forms?)\b/i,
    question: 'What does it look like, and how is it used by keyboard or with a screen reader?',
    reason: 'A user interface is described without a picture.',
    strength: 2,
    example: 'A [[button]] opens the list.',
  },
  {
    id: 'shown-to-people',
    words: 'show* display* render* visible present* view* see highlight* appear*',
    pattern:
      /\b(?:(?:will|would|should|must|can|be|is|are) (?:be )?(?:shown|displayed|rendered|presented|highlighted|visible)|(?:show|display|present|highlight)(?:s|ing)? (?:the|a|an|to|this|users?|it|them)|users? (?:will |can |would )?sees?)\b/i,
    question: 'How will people notice it, and what do they see when there is nothing to show?',
    reason: 'Something is shown to people.',
    strength: 2,
    example: 'The result [[is shown]] below.',
  },
  {
    id: 'languages',
    words: 'character* ascii language* locale* translat* letters lowercase case-insensitive unicode text alt',
    pattern:
      /\b(?:(?:ascii|latin|lower-?case|upper-?case|alphanumeric) ?(?:letters?|characters?)?|locales?|translat(?:e|ed|ion|ions)|unicode|alt text|screen readers?|languages?)\b/i,
    question: 'Does it hold for other languages and scripts, and for those who hear the page?',
    reason: 'Text is restricted or read by people.',
    strength: 1,
    example: 'Names use [[lower-case letters]].',
  },
  {
    id: 'repeated-step',
    words: 'each every time enter type prompt* confirm* manually',
    pattern:
      /\b(?:(?:each|every) time|(?:has|have|need|needs|must|asked) (?:to )?(?:manually )?(?:enter|type|confirm|re-?enter|log ?in|copy)|confirmation)\b/i,
    question: 'How often must a person do that, and can it be done once for many?',
    reason: 'People are asked to do something again and again.',
    strength: 2,
    example: 'Authors [[must enter]] a code.',
  },
]
