/** A page as GitHub would show it: GitHub-flavoured markdown made HTML, and what of it would be broken or not be the page's own. */
import DOMPurify from 'dompurify'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Nodes } from 'mdast'
import mermaid from 'mermaid'
import rehypeStringify from 'rehype-stringify'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkRehype from 'remark-rehype'

// Mermaid cleans labels by DOMPurify, which has no work without a browser; its parser needs none.
Object.assign(DOMPurify, { addHook() {}, sanitize: (text: string) => text })

const OWN_ELEMENTS = new Set(
  'h1 h2 h3 h4 p ul ol li blockquote a strong em code pre table thead tbody tr th td br details summary'.split(' '),
)
const MARKER = /^<!-- personas:(?:begin v1 digest=[0-9a-f]{16} changed=\d{4}-\d{2}-\d{2}|end) -->$/

const processor = remark()
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })

export interface Shown {
  html: string
  /** Text and links of each block quote, in order. */
  quotes: { text: string; links: { href: string; title: string }[]; blocks: number }[]
  links: string[]
  headings: string[]
  /** Source of each Mermaid block. */
  charts: string[]
  /** What should not be there: raw HTML, elements that no page of ours has, rows that don't fit their table. */
  faults: string[]
}

export function show(page: string): Shown {
  const text = page.replace(/^---\n[\s\S]*?\n---\n/, '')
  const tree = processor.parse(text)
  const html = processor.runSync(tree) as Root
  const shown: Shown = { html: processor.stringify(html), quotes: [], links: [], headings: [], charts: [], faults: [] }
  tableFaults(tree, shown.faults)
  look(html, shown)
  return shown
}

/** A row of too few or too many cells is mended silently by every renderer. */
function tableFaults(node: Nodes, faults: string[]): void {
  if (node.type === 'table') {
    const widths = node.children.map((row) => row.children.length)
    if (new Set(widths).size > 1) faults.push(`a table with rows of ${widths.join(', ')} cells`)
  }
  if ('children' in node) for (const child of node.children) tableFaults(child, faults)
}

function look(node: Root | RootContent | ElementContent, shown: Shown): void {
  if (node.type === 'raw' && !node.value.split('\n').every((line) => MARKER.test(line)))
    shown.faults.push(`raw HTML: ${node.value}`)
  if (node.type === 'comment') shown.faults.push(`a comment: ${node.value}`)
  if (node.type === 'element') {
    if (!OWN_ELEMENTS.has(node.tagName)) shown.faults.push(`<${node.tagName}>`)
    if (node.tagName === 'a') shown.links.push(String(node.properties['href']))
    if (/^h\d$/.test(node.tagName)) shown.headings.push(textOf(node))
    if (node.tagName === 'blockquote') shown.quotes.push(quoteOf(node))
    if (node.tagName === 'code' && String(node.properties['className']) === 'language-mermaid')
      shown.charts.push(textOf(node))
  }
  if ('children' in node) for (const child of node.children) look(child, shown)
}

function quoteOf(node: Element): Shown['quotes'][number] {
  const links = elementsIn(node, 'a').map(({ properties }) => ({
    href: String(properties['href']),
    title: String(properties['title']),
  }))
  return { text: textOf(node).trim(), links, blocks: node.children.filter(({ type }) => type === 'element').length }
}

function elementsIn(node: Element, name: string): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [...(child.tagName === name ? [child] : []), ...elementsIn(child, name)] : [],
  )
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}

/** @returns what Mermaid's own parser says against a chart, null where it can draw it */
export async function chartFault(chart: string): Promise<string | null> {
  try {
    await mermaid.parse(chart)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
