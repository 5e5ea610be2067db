/** How an exported page looks, on screen and on paper. */
export const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 17px/1.6 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.5em; }
.title { margin-top: 0; }
img { max-width: 100%; height: auto; }
pre { overflow-x: auto; padding: 0.75rem 1rem; background: rgb(128 128 128 / 12%); border-radius: 6px; font-size: 0.875em; }
code, kbd { font-family: ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid rgb(128 128 128 / 45%); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
[align=center] { text-align: center; }
[align=right] { text-align: right; }
blockquote { margin: 1em 0; padding-left: 1rem; border-left: 3px solid rgb(128 128 128 / 45%); }
aside, section { margin: 1em 0; padding: 0.25rem 1rem; border: 1px solid rgb(128 128 128 / 45%); border-radius: 6px; }
section section { border: 0; padding: 0; }
li[data-type=taskItem] { list-style: none; display: flex; gap: 0.5rem; }
[data-type=proposalQuestion], [data-type=questionText] { font-weight: 600; }
[data-footnote-definition] { font-size: 0.9em; }
[data-footnote-definition]::before { content: attr(data-footnote-definition); font-weight: 600; }
[data-owner]::before { content: attr(data-owner) " "; font-weight: 600; }
[data-due]::after { content: attr(data-due); font-size: 0.85em; }
@media print { main { max-width: none; padding: 0; } h1, h2, h3 { break-after: avoid; } pre, table, aside, section { break-inside: avoid; } }
`.trim()
