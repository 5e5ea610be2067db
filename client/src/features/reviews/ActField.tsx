import { Button, MultiSelect, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import classes from './ActForm.module.css'
import type { Field } from './asks/ask.ts'
import { quoteOf } from './passage.ts'
import type { Scene } from './scene.ts'

/** One thing that an act asks for. */
export function ActField({
  field,
  value,
  write,
  scene,
}: {
  field: Field
  value: string[]
  write: (value: string[]) => void
  scene: Scene
}) {
  const [first = ''] = value
  const shared = {
    label: field.label,
    description: field.hint,
    required: field.required ?? false,
    withAsterisk: false,
    size: 'xs' as const,
  }
  switch (field.kind) {
    case 'text':
    case 'lines':
      return (
        <Textarea
          {...shared}
          value={first}
          onChange={event => write([event.currentTarget.value])}
          maxLength={20_000}
          autosize
          minRows={2}
          maxRows={10}
        />
      )
    case 'line':
    case 'date':
      return (
        <TextInput
          {...shared}
          type={field.kind === 'date' ? 'date' : 'text'}
          value={first}
          maxLength={500}
          onChange={event => write([event.currentTarget.value])}
        />
      )
    case 'person':
      return (
        <Select
          {...shared}
          data={peopleOf(scene, field.among)}
          value={first || null}
          searchable
          clearable={!field.required}
          nothingFoundMessage="Nobody with that name"
          onChange={chosen => write(chosen ? [chosen] : [])}
        />
      )
    case 'people':
    case 'several':
      return (
        <MultiSelect
          {...shared}
          data={'choices' in field ? field.choices : peopleOf(scene, field.among)}
          value={value}
          searchable
          nothingFoundMessage="Nothing with that name"
          onChange={write}
        />
      )
    case 'choice':
      return (
        <Radio.Group {...shared} value={first} onChange={chosen => write([chosen])}>
          <Stack gap={8} mt={6}>
            {field.choices.map(({ value: option, label, hint }) => (
              <Radio
                key={option}
                size="xs"
                value={option}
                label={<span className={classes['choice']}>{label}</span>}
                description={hint}
              />
            ))}
          </Stack>
        </Radio.Group>
      )
    case 'passage':
      return first === '' ? (
        <p className={classes['whole']}>
          About the document as a whole. Select words in the text before you begin to raise it on them.
        </p>
      ) : (
        <div>
          <blockquote className={classes['quote']}>{quoteOf(first)}</blockquote>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => write([])}>
            About the whole document instead
          </Button>
        </div>
      )
    default:
      return field satisfies never
  }
}

function peopleOf({ people, me }: Scene, among: readonly string[] | undefined) {
  return [...people.values()]
    .filter(({ accountId }) => !among || among.includes(accountId))
    .map(({ accountId, name }) => ({ value: accountId, label: accountId === me ? `${name} (you)` : name }))
}
