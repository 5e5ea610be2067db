import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router'
import { sessionQuery, useSigning } from '../../api/session.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { Plain } from '../../ui/Plain.tsx'
import { pathWithin } from './pathWithin.ts'

export function SignInPage() {
  const [search] = useSearchParams()
  const { data: session } = useQuery(sessionQuery)
  const { signIn } = useSigning()
  const signing = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    meta: { quiet: true },
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: value => (value ? null : 'Please give your email address'),
      password: value => (value ? null : 'Please give your password'),
    },
  })
  if (session?.state === 'setup') return <Navigate to="/setup" replace />
  if (session?.state === 'signedIn') return <Navigate to={pathWithin(search.get('to'))} replace />
  return (
    <Plain title="Sign in">
      <form onSubmit={form.onSubmit(values => signing.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <FormProblem error={signing.error} />
          <Button type="submit" loading={signing.isPending} size="md" mt="xs">
            Sign in
          </Button>
        </Stack>
      </form>
    </Plain>
  )
}
