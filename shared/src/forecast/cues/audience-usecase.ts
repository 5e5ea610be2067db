import type { Cue } from './cue.ts'

export const audienceUsecase: readonly Cue[] = [
  {
    id: 'which-users',
    words:
      'some many most certain few users user customers people teams developers clients folks organizations organisations companies',
    pattern:
      /\b(?:some|many|most|certain|a few|a lot of|several|other|advanced|power|affected) (?:of our |of the )?(?:users|customers|people|teams|developers|clients|folks|organi[sz]ations|companies|contributors|operators|maintainers|vendors)\b/i,
    question: '“{0}”: which ones, and how many?',
    reason: 'A group is named that the reader cannot picture.',
    strength: 2,
    example: '[[Many customers]] ask for this.',
  },
  {
    id: 'users-want',
    words:
      'user users customer customers developer developers operator operators admin admins people client clients someone',
    pattern:
      /\b(?:users?|customers?|developers?|operators?|admin(?:istrator)?s?|people|clients?|someone|contributors) (?:may |might |will |would |could |often |can |also )?(?:wants?|needs?|wish(?:es)?|likes?|prefers?|expects?|asks?|has to|have to)\b/i,
    question: 'Who is that concretely, and in which situation?',
    reason: 'A need is claimed for people who are not described.',
    strength: 2,
    example: '[[Users want]] to see old pages.',
  },
  {
    id: 'use-case',
    words: 'use case cases story stories scenario scenarios',
    pattern: /\b(?:use[- ]cases?|user stor(?:y|ies)|scenarios?)\b/i,
    question: 'Which concrete use case needs this first?',
    reason: 'Use cases are spoken of in general.',
    strength: 2,
    example: 'This covers most [[use cases]].',
  },
  {
    id: 'for-whom',
    words: 'designed intended aimed targeted meant target',
    pattern:
      /\b(?:(?:designed|intended|aimed|targeted|meant) (?:\w+ )?(?:for|at|to)|target(?:s|ed|ing)? (?:audience|users|group))\b/i,
    question: 'Does anyone else come to depend on it, and may they?',
    reason: 'An intended reader or user is named; others will use it too.',
    strength: 2,
    example: 'The interface is [[designed for]] the index.',
  },
  {
    id: 'users-cannot',
    words: 'unable cannot without older users customers',
    pattern:
      /\b(?:users|customers|people|teams|developers|clients|those|anyone) (?:who|that|which|without|on|with|using)\b/i,
    question: 'How many are these, and what do they do?',
    reason: 'A group is set apart by what it has or lacks.',
    strength: 1,
    example: '[[Users without]] a licence see nothing.',
  },
]
