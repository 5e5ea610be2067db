import { Tooltip } from '@mantine/core'
import type { CSSProperties } from 'react'
import classes from './PersonAvatar.module.css'
import { presenceColor } from './presenceColor.ts'

/** A person as two letters on their own colour, the one their cursor has too. */
export function PersonAvatar({
  person,
  size = 26,
  label = person.name,
}: {
  person: { name: string } & ({ hue: number } | { color: string })
  size?: number
  /** What a pointer and a screen reader get; empty where the name stands beside it anyway. */
  label?: string
}) {
  const color = 'color' in person ? person.color : presenceColor(person.hue)
  // reason: CSSProperties does not know custom properties
  const style = { '--color': color, '--size': `${size}px` } as CSSProperties
  const face = (
    <span
      className={classes['avatar']}
      style={style}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {initials(person.name)}
    </span>
  )
  return label ? <Tooltip label={label}>{face}</Tooltip> : face
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
