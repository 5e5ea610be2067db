import { credentials } from '@colloquy/shared/contract/accounts'
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { FormProblem } from '../../ui/FormProblem.tsx'

type Credentials = { name: string; email: string; password: string }

/** Name, email and password of an account to be made. */
export function AccountForm({
  action,
  busy,
  error,
  submit,
}: {
  action: string
  busy: boolean
  error: unknown
  submit: (credentials: Credentials) => void
}) {
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: schemaResolver(credentials, { sync: true }),
  })
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <TextInput
          label="Your name"
          autoComplete="name"
          data-autofocus
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label="Email"
          type="email"
          autoComplete="username"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          description="At least 10 characters"
          autoComplete="new-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <FormProblem error={error} />
        <Button type="submit" loading={busy} size="md" mt="xs">
          {action}
        </Button>
      </Stack>
    </form>
  )
}
