import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/**
 * Pages that an earlier build has prerendered, in a folder, by what they are made of: a built page names all that it loads by a digest of its
 * contents, so that its own text says everything. `maker` says what prerenders them, and how.
 */
export class KeptPages {
  private readonly used = new Set<string>();

  /** A folder that need not be there yet. */
  constructor(
    private readonly folder: string,
    private readonly maker: string
  ) {}

  /** What a page has become, where that is known. */
  find(html: string): string | undefined {
    const path = join(this.folder, this.nameOf(html));
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }

  /** Remembers what a page has become. */
  keep(html: string, prerendered: string): void {
    mkdirSync(this.folder, {recursive: true});
    writeFileSync(join(this.folder, this.nameOf(html)), prerendered);
  }

  /** Forgets all pages that nobody has asked for. */
  forgetOthers(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      if (!this.used.has(name)) rmSync(join(this.folder, name), {force: true});
    }
  }

  private nameOf(html: string): string {
    const name = `${createHash("sha256").update(this.maker).update("\0").update(html).digest("hex")}.html`;
    this.used.add(name);
    return name;
  }
}
