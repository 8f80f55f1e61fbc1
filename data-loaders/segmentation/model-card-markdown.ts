import {markdownText} from "../markdown-text.ts";
import type {ModelCardSection} from "./model-card.ts";

/** A model card as a markdown document. `npm run docs` keeps that of the demo store in docs/model-card.md. */
export function writeModelCard(sections: readonly ModelCardSection[]): string {
  return `# Model card of the learned segments

Made by \`npm run docs\` from the demo store as it comes; an edit here would be lost. The page on methods has the card of the report's own data.

${sections.map(writeSection).join("\n")}`;
}

function writeSection({title, paragraphs, table}: ModelCardSection): string {
  const lines = [`## ${markdownText(title)}`, "", ...paragraphs.flatMap((text) => [markdownText(text), ""])];
  if (table) {
    const row = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(" | ")} |`;
    lines.push(row(table.columns), row(table.columns.map(() => "---")), ...table.rows.map(row), "");
  }
  return lines.join("\n");
}
