import { expect, test } from 'vitest'
import { presenceColor } from './presenceColor.ts'

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test('white letters are readable on the colour of every person', () => {
  for (let hue = 0; hue < 360; hue++) {
    const color = presenceColor(hue)
    expect(color).toMatch(/^#[0-9a-f]{6}$/)
    expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThan(4.5)
  }
})
