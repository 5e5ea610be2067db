export { Text } from '@tiptap/extension-text'
