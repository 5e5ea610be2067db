import 'katex/dist/katex.min.css'
import katex from 'katex'

/** Draws a formula; a chunk of its own, loaded with the first one. A formula that is wrong says so in place. */
export function drawFormula(latex: string, place: HTMLElement, displayMode: boolean) {
  katex.render(latex, place, {
    displayMode,
    throwOnError: false,
    errorColor: 'var(--danger)',
    maxSize: 40,
    maxExpand: 500,
  })
}
