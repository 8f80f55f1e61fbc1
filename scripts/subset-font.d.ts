// of subset-font, what vendoring uses
declare module "subset-font" {
  /** The part of a font that a text needs, with the OpenType features to keep. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {targetFormat: "woff2"; keepFeatures: string[]}
  ): Promise<Buffer>;
}
