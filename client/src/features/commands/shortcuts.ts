type Group = { where: string; keys: [combination: string, what: string][] }

/** What the keyboard help lists. `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
export const shortcuts: Group[] = [
  {
    where: 'Anywhere',
    keys: [
      ['Mod K', 'Search and commands'],
      ['?', 'This help'],
    ],
  },
  {
    where: 'In a document',
    keys: [
      ['Mod Alt M', 'Comment on the selection'],
      ['Mod Shift F', 'Find and replace'],
      ['Alt Q', 'Go to the questions'],
      ['Alt C', 'Go to the comments'],
      ['Alt R', 'Go to the review'],
      ['Alt O', 'Go to the outline'],
      ['Alt T', 'Go to the text'],
    ],
  },
  {
    where: 'Questions and comments',
    keys: [
      ['J', 'Next'],
      ['K', 'Previous'],
      ['Enter', 'Show in the text'],
      ['R', 'Answer a comment'],
      ['A', 'Resolve a comment'],
      ['Esc', 'Back to the text'],
    ],
  },
  {
    where: 'While writing',
    keys: [
      ['/', 'Insert a block'],
      ['@', 'Name a person'],
      ['[[', 'Name a document'],
      ['Mod Enter', 'Go on below a block'],
      ['Mod B', 'Bold'],
      ['Mod I', 'Italic'],
      ['Mod E', 'Code'],
      ['Mod Shift K', 'Link'],
      ['Mod Alt 2', 'Heading (1 to 6)'],
      ['Mod Shift 8', 'Bullet list'],
      ['Mod Shift 7', 'Numbered list'],
      ['Mod Shift 9', 'Task list'],
      ['Mod Z', 'Undo your own last edit'],
    ],
  },
]
