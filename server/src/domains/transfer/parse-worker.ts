import { parentPort, workerData } from 'node:worker_threads'
import { parseMarkdown } from '@colloquy/shared/schema/markdown/parse'
import { withFrontMatter } from '@colloquy/shared/schema/markdown/withFrontMatter'
import { wordCount } from '@colloquy/shared/schema/wordCount'
import { takeTitle } from './title.ts'

/** Reads one file and ends. Its messages are plain data. */
const { markdown, filename }: { markdown: string; filename: string } = workerData
const { doc: parsed, frontMatter, notices } = parseMarkdown(markdown)
const { title, doc: text } = takeTitle(parsed, frontMatter, filename)
const { title: _title, ...others } = frontMatter
const doc = withFrontMatter(text, others)
parentPort?.postMessage({ title, doc, notices, words: wordCount(doc) })
