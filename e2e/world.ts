import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { type ServerProcess, startProcess } from './server.ts'

export { expect } from '@playwright/test'

export const password = 'correct horse battery'

/** A person in a browser of their own, with the pages of the application as they use it. */
export type Someone = { name: string; page: Page }

export type World = {
  server: ServerProcess
  /** Opens a browser of its own for a person who has no session yet. */
  browser(): Promise<Page>
  /** The first visit: account and space through the screen. */
  owner(name?: string): Promise<Someone>
  /** Joins by an invite link that `by` makes on the People page. */
  invited(by: Someone, name: string): Promise<Someone>
}

export const test = base.extend<{ world: World }>({
  world: async ({ browser }, use) => {
    const server = await startProcess()
    const open = (): Promise<Page> => openBrowser(browser, server.url)
    const before = new Set(browser.contexts())
    await use({
      server,
      browser: open,
      async owner(name = 'Olivia Owner') {
        const page = await open()
        await page.goto('/')
        await createAccount(page, name)
        await page.getByLabel('Name', { exact: true }).fill('Storage')
        await page.getByRole('button', { name: 'Create space' }).click()
        await expect(page.getByRole('button', { name: 'New document' }).first()).toBeVisible()
        return { name, page }
      },
      async invited(by, name) {
        await by.page.goto('/people')
        await by.page.getByRole('button', { name: 'Invite' }).first().click()
        await by.page.getByRole('button', { name: 'Create link' }).click()
        const link = await by.page.getByRole('textbox', { name: 'Invite link' }).inputValue()
        const page = await open()
        await page.goto(link)
        await createAccount(page, name)
        await expect(page.getByRole('main')).toBeVisible()
        return { name, page }
      },
    })
    for (const context of browser.contexts()) if (!before.has(context)) await context.close()
    await server.dispose()
  },
})

async function openBrowser(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

async function createAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(emailOf(name))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: /Create account|Join/ }).click()
}

export const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`

/** The page has no violation that axe knows of (WCAG 2.2 A and AA, and best practices). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

/** Starts a document through the dialog and waits until its text can be edited. */
export async function newDocument(page: Page, title: string, template = 'Design doc'): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'New document' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('radio', { name: new RegExp(`^${template}`) }).check()
  await dialog.getByRole('button', { name: 'Create document' }).click()
  await whole(page)
  await saved(page)
}

/** Opens the document another page shows. */
export async function openSame(page: Page, other: Page): Promise<void> {
  await page.goto(new URL(other.url()).pathname)
  await whole(page)
}

/** The text comes first; what stands around it is loaded after. */
async function whole(page: Page): Promise<void> {
  await expect(text(page)).toBeVisible()
  await expect(page.getByRole('tab', { name: /Comments/ })).toBeVisible()
}

export const text = (page: Page) => page.getByRole('textbox', { name: 'Document text' })

/** Selects these words of the document, which stand within one block, as a mouse would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await text(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
    const whole = nodes.map(node => node.data).join('')
    const start = whole.indexOf(wanted)
    if (start < 0) throw new Error(`the document does not say “${wanted}”`)
    const place = (offset: number, after: boolean): [Text, number] => {
      let passed = 0
      for (const node of nodes) {
        if (offset < passed + node.length || (after && offset === passed + node.length))
          return [node, offset - passed]
        passed += node.length
      }
      throw new Error('beyond the end')
    }
    if (root instanceof HTMLElement) root.focus()
    getSelection()?.setBaseAndExtent(...place(start, false), ...place(start + wanted.length, true))
  }, words)
}

/** Adds a person to the open document through the share dialog; they get to comment. */
export async function share(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('combobox', { name: 'Add a person' }).click()
  await page.getByRole('option', { name: new RegExp(name) }).click()
  await expect(page.getByRole('combobox', { name: `Role of ${name}` })).toHaveValue('commenter')
  await page.getByRole('button', { name: 'Close' }).click()
}

/** The words of the document as a reader has them, without the name flags of other people's cursors. */
export const words = (page: Page): Promise<string> =>
  text(page).evaluate(element => {
    const copy = element.cloneNode(true) as HTMLElement // reason: a copy of an element is an element
    for (const flag of copy.querySelectorAll('[class*="caret"]')) flag.remove()
    return [...copy.children].map(block => block.textContent?.replaceAll('\u2060', '')).join('\n')
  })

/** Waits until the server has said that everything is on disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/^Saved/)
}
