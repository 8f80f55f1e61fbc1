import {markdownText} from "./markdown-text.ts";
import type {TableManifest} from "./snapshots.ts";

/**
 * The data dictionary of snapshots as a markdown document: for each table a heading, what one row stands for, and its columns.
 * `npm run docs` keeps it in docs/snapshot-tables.md.
 */
export function writeSnapshotDictionary(
  tables: readonly Pick<TableManifest, "name" | "description" | "columns">[]
): string {
  return `# The tables of the snapshots

Made by \`npm run docs\` from the models in data-loaders/models; an edit here would be lost. Rates are fractions, money is in the
currency unit, times are UTC. The same descriptions are in \`manifest.json\`, beside the tables.

${tables.map(writeTable).join("\n")}`;
}

function writeTable({name, description, columns}: Pick<TableManifest, "name" | "description" | "columns">): string {
  const rows = columns.map(
    (column) => `| \`${column.name}\` | \`${column.type}\` | ${markdownText(column.description)} |`
  );
  return `## ${markdownText(name)}

${markdownText(`${description.charAt(0).toUpperCase()}${description.slice(1)}`)}.

| column | type | what it is |
| --- | --- | --- |
${rows.join("\n")}
`;
}
