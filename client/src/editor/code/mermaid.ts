import mermaid from 'mermaid'

let count = 0

/**
 * Draws a Mermaid diagram as SVG; a chunk of its own, loaded with the first one. Scripts and click handlers
 * in the source are not run (`strict`). Throws with Mermaid’s own words when the source is wrong.
 */
export async function drawDiagram(source: string, dark: boolean): Promise<string> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'Inter, system-ui, sans-serif',
  })
  count += 1
  const { svg } = await mermaid.render(`diagram-${count}`, source)
  return svg
}
