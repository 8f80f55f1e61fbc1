import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";

/** A SQL model: the one `select` that makes a table. */
export interface Model {
  /** the table's name with its schema, such as `marts.kpis` */
  table: string;
  name: string;
  /** what one row stands for, from the model's first line */
  grain: string;
  sql: string;
  /** cheap to compute and large to keep: made anew for whoever reads it */
  isView: boolean;
  /** the tables that the model reads */
  reads: string[];
}

/** The layers of models, each of which reads only itself and those before it. */
export const layers = ["staging", "core", "segmentation", "analysis", "marts"] as const;

/** The name of a layer of models, which is also the name of its folder and schema. */
export type Layer = (typeof layers)[number];

const modelsFolder = join(import.meta.dirname, "models");

/** All models of one layer, each after those that it reads. Throws when models read each other in a circle. */
export function readModels(layer: Layer): Model[] {
  return orderModels(readModelFolder(join(modelsFolder, layer), layer));
}

/** The models of a folder, sorted by name, whose tables belong into a schema. Throws when one does not say its grain. */
export function readModelFolder(folder: string, schema: string): Model[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file) => readModel(folder, file, schema));
}

/** Puts models after those that they read, otherwise keeping their order; throws when they read each other in a circle. */
export function orderModels(models: Model[]): Model[] {
  const byTable = new Map(models.map((model) => [model.table, model]));
  const ordered = new Set<Model>();
  const visit = (model: Model, path: string[]): void => {
    if (ordered.has(model)) return;
    if (path.includes(model.table)) throw new Error(`models read each other: ${[...path, model.table].join(" → ")}`);
    for (const table of model.reads) {
      const read = byTable.get(table);
      if (read) visit(read, [...path, model.table]);
    }
    ordered.add(model);
  };
  for (const model of models) visit(model, []);
  return [...ordered];
}

/** The SQL of one model as it stands in its file. */
export function readModelText(layer: Layer, name: string): string {
  return readFileSync(join(modelsFolder, layer, `${name}.sql`), "utf8");
}

function readModel(folder: string, file: string, schema: string): Model {
  const sql = readFileSync(join(folder, file), "utf8");
  const grain = /^-- (.+)/.exec(sql)?.[1];
  if (!grain) throw new Error(`${basename(folder)}/${file}: the first line has to say what one row stands for`);
  const name = basename(file, ".sql");
  return {table: `${schema}.${name}`, name, grain, sql, isView: /^-- view$/m.test(sql), reads: tablesOf(sql)};
}

/** The tables that a statement names, with their schemas, each once. */
export function tablesOf(sql: string): string[] {
  const code = sql.replace(/--.*/g, "");
  // a name before a parenthesis is a macro's
  return [
    ...new Set(
      code.match(/\b(?:raw|settings|staging|core|segmentation|analysis|marts|demo|skeleton)\.\w+\b(?!\()/g) ?? []
    )
  ];
}
