type Range = { from: number; to: number }

/** What a whole number in an attribute may be; whatever is outside would freeze or break whoever shows it. */
const ranges: Readonly<Record<string, Range>> = {
  level: { from: 1, to: 6 },
  colspan: { from: 1, to: 100 },
  rowspan: { from: 1, to: 100 },
  start: { from: 0, to: 999_999_999 },
}

const switches = new Set(['checked', 'done', 'open'])
const sizes = new Set(['width', 'height'])

/** The number when it is one this attribute may have, else the nearest that it may have, else the lowest. */
export const clamped = (name: 'level' | 'colspan' | 'rowspan' | 'start', value: unknown): number => {
  const { from = 0, to = 0 } = ranges[name] ?? {}
  return typeof value === 'number' && value >= from ? Math.min(to, Math.floor(value)) : from
}

/** Whether the value of an attribute, which may come from anywhere, is one that the editor's nodes and marks can show. */
export const isShowable = (name: string, value: unknown): boolean => {
  if (value === null || value === undefined) return true
  const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined
  if (range) return isWhole(value, range)
  if (switches.has(name)) return typeof value === 'boolean'
  if (name === 'colwidth')
    return (
      Array.isArray(value) && value.length <= 100 && value.every(one => isWhole(one, { from: 0, to: 20_000 }))
    )
  if (sizes.has(name) && typeof value === 'number') return value >= 0 && value <= 20_000
  return typeof value === 'string'
}

const isWhole = (value: unknown, { from, to }: Range): boolean =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to
