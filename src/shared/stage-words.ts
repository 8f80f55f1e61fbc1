/** How prose speaks of a stage: people who did it, what leaving before it is called, and the stage's label in charts. */
export interface StageWords {
  label: string;
  /** completes "people who …" */
  did: string;
  /** completes "… left without …" */
  missed: string;
  /** completes "within a minute of …" */
  doing: string;
}

const known: Record<string, StageWords> = {
  home: {
    label: "Saw the home page",
    did: "saw the home page",
    missed: "seeing the home page",
    doing: "seeing the home page"
  },
  view: {label: "Viewed a product", did: "viewed a product", missed: "viewing a product", doing: "viewing a product"},
  cart: {
    label: "Added to cart",
    did: "added something to their cart",
    missed: "adding anything to their cart",
    doing: "adding something to their cart"
  },
  checkout: {label: "Began checkout", did: "began checkout", missed: "beginning checkout", doing: "beginning checkout"},
  purchase: {label: "Purchased", did: "purchased", missed: "buying", doing: "buying"}
};

/** The words for a stage; a stage of the analyst's own is spoken of by its name. */
export function stageWords(stage: string): StageWords {
  const name = stage.replaceAll("_", " ");
  const words = Object.hasOwn(known, stage) ? known[stage] : undefined;
  return words ?? {label: name, did: `reached “${name}”`, missed: `reaching “${name}”`, doing: `reaching “${name}”`};
}
