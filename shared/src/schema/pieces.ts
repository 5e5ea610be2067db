import type { BlockRule, InlineRule, MarkRule } from './markdown/rules.ts'
import { Bold, boldRule } from './marks/bold.ts'
import { Code, codeRule } from './marks/code.ts'
import { Highlight, highlightRule } from './marks/highlight.ts'
import { Italic, italicRule } from './marks/italic.ts'
import { Keyboard, keyboardRule } from './marks/keyboard.ts'
import { Link, linkRule } from './marks/link.ts'
import { Strike, strikeRule } from './marks/strike.ts'
import { Subscript, subscriptRule } from './marks/subscript.ts'
import { Superscript, superscriptRule } from './marks/superscript.ts'
import { Underline, underlineRule } from './marks/underline.ts'
import { ActionItem, actionItemRule } from './nodes/actionItem.ts'
import { Anchor, anchorRule } from './nodes/anchor.ts'
import {
  AnticipatedQuestion,
  AnticipatedQuestions,
  anticipatedQuestionsRule,
  QuestionAnswer,
  QuestionText,
} from './nodes/anticipatedQuestions.ts'
import { Blockquote, blockquoteRule } from './nodes/blockquote.ts'
import { BulletList, bulletListRule, ListItem } from './nodes/bulletList.ts'
import { Callout, calloutRule } from './nodes/callout.ts'
import { CodeBlock, codeBlockRule } from './nodes/codeBlock.ts'
import { Comment, commentRule, InlineComment, inlineCommentRule } from './nodes/comment.ts'
import { Details, DetailsContent, DetailsSummary, detailsRule } from './nodes/details.ts'
import { Document } from './nodes/document.ts'
import { DocumentReference, documentReferenceRule } from './nodes/documentReference.ts'
import {
  FootnoteDefinition,
  FootnoteReference,
  footnoteDefinitionRule,
  footnoteReferenceRule,
} from './nodes/footnote.ts'
import { Guidance, guidanceRule } from './nodes/guidance.ts'
import { HardBreak, hardBreakRule } from './nodes/hardBreak.ts'
import { Heading, headingRule } from './nodes/heading.ts'
import { HorizontalRule, horizontalRuleRule } from './nodes/horizontalRule.ts'
import { HtmlBlock, htmlBlockRule } from './nodes/htmlBlock.ts'
import { Image, imageRule } from './nodes/image.ts'
import { BlockMath, blockMathRule, InlineMath, inlineMathRule } from './nodes/math.ts'
import { Mention, mentionRule } from './nodes/mention.ts'
import { OpenQuestion, openQuestionRule } from './nodes/openQuestion.ts'
import { OptionTable, optionTableRule } from './nodes/optionTable.ts'
import { OrderedList, orderedListRule } from './nodes/orderedList.ts'
import { Paragraph, paragraphRule } from './nodes/paragraph.ts'
import {
  Proposal,
  ProposalOptions,
  ProposalQuestion,
  ProposalRecommendation,
  proposalRule,
} from './nodes/proposal.ts'
import { Table, TableCell, TableHeader, TableRow, tableRule } from './nodes/table.ts'
import { TaskItem, TaskList, taskListRule } from './nodes/taskList.ts'
import { Text } from './nodes/text.ts'

/** Every node and mark of a document, without views. */
export const nodesAndMarks = [
  Document,
  Paragraph,
  Text,
  Heading,
  BulletList,
  OrderedList,
  ListItem,
  TaskList,
  TaskItem,
  Blockquote,
  Callout,
  CodeBlock,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Details,
  DetailsSummary,
  DetailsContent,
  HorizontalRule,
  BlockMath,
  FootnoteDefinition,
  HtmlBlock,
  Comment,
  Guidance,
  OptionTable,
  Proposal,
  ProposalQuestion,
  ProposalOptions,
  ProposalRecommendation,
  OpenQuestion,
  ActionItem,
  AnticipatedQuestions,
  AnticipatedQuestion,
  QuestionText,
  QuestionAnswer,
  HardBreak,
  Image,
  InlineMath,
  Mention,
  DocumentReference,
  FootnoteReference,
  Anchor,
  InlineComment,
  Link,
  Bold,
  Italic,
  Strike,
  Underline,
  Highlight,
  Superscript,
  Subscript,
  Keyboard,
  Code,
]

/** How each block is read and printed; blocks that only occur inside another are that one's affair. */
export const blockRules: Readonly<Record<string, BlockRule>> = {
  paragraph: paragraphRule,
  heading: headingRule,
  bulletList: bulletListRule,
  orderedList: orderedListRule,
  taskList: taskListRule,
  blockquote: blockquoteRule,
  callout: calloutRule,
  codeBlock: codeBlockRule,
  table: tableRule,
  details: detailsRule,
  horizontalRule: horizontalRuleRule,
  blockMath: blockMathRule,
  footnoteDefinition: footnoteDefinitionRule,
  htmlBlock: htmlBlockRule,
  comment: commentRule,
  guidance: guidanceRule,
  optionTable: optionTableRule,
  proposal: proposalRule,
  openQuestion: openQuestionRule,
  actionItem: actionItemRule,
  anticipatedQuestions: anticipatedQuestionsRule,
}

export const inlineRules: Readonly<Record<string, InlineRule>> = {
  hardBreak: hardBreakRule,
  image: imageRule,
  inlineMath: inlineMathRule,
  mention: mentionRule,
  documentReference: documentReferenceRule,
  footnoteReference: footnoteReferenceRule,
  anchor: anchorRule,
  inlineComment: inlineCommentRule,
}

export const markRules: Readonly<Record<string, MarkRule>> = {
  link: linkRule,
  bold: boldRule,
  italic: italicRule,
  strike: strikeRule,
  underline: underlineRule,
  highlight: highlightRule,
  superscript: superscriptRule,
  subscript: subscriptRule,
  keyboard: keyboardRule,
  code: codeRule,
}

/** A row of a table by a name that may come from anywhere. */
export const own = <Row>(table: Readonly<Record<string, Row>>, name: string | undefined): Row | undefined =>
  name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
