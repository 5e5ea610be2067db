import { plainHeading } from '../sections.ts'
import type { RequiredSection } from '../types.ts'
import type { Resolve } from './resolve.ts'

/** Required sections of the template that no heading carries, by name, alias or a heading that contains the name. */
export const sectionMissing: Resolve<'sectionMissing'> = ({ outline, options }) => {
  const present = outline.sections.map(({ plain }) => ` ${plain} `)
  const has = ({ heading, aliases = [] }: RequiredSection) =>
    [heading, ...aliases].some(name => present.some(plain => plain.includes(` ${plainHeading(name)} `)))
  return (options.required ?? [])
    .filter(required => !has(required))
    .map(({ heading, question }) => ({
      block: -1,
      from: 0,
      to: 0,
      absent: true,
      values: { heading },
      question,
    }))
}
