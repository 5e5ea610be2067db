import type { Tree } from '@lezer/common'
import type { Syntax } from './rules.ts'

/** Turns a parsed tree into plain objects in one pass, without recursion: the input decides how deep it is. */
export const syntaxOf = (tree: Tree): Syntax => {
  const root: Syntax = { name: 'Document', from: 0, to: tree.length, children: [] }
  const path: Syntax[] = []
  tree.iterate({
    enter: ({ name, from, to }) => {
      const syntax: Syntax = path.length === 0 ? root : { name, from, to, children: [] }
      path.at(-1)?.children.push(syntax)
      path.push(syntax)
    },
    leave: () => {
      path.pop()
    },
  })
  return root
}
