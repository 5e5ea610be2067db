/** A caret of somebody else: a thin line in their colour with their name above it. */
export function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.style.setProperty('--color', colorOf(user))
  const name = document.createElement('span')
  name.className = 'caret-name'
  name.textContent = String(user['name'] ?? 'Someone')
  caret.append(name)
  return caret
}

export function renderCaretSelection(user: Record<string, unknown>) {
  return { class: 'caret-selection', style: `--color: ${colorOf(user)}` }
}

/** The server lets nothing but a colour through; a state that came another way gets the neutral one. */
function colorOf(user: Record<string, unknown>): string {
  const color = String(user['color'])
  return /^#[0-9a-f]{6}$/i.test(color) ? color : '#5b5852'
}
