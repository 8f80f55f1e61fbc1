/** How a model of attribution credits channels with orders, in words. */
export interface AttributionModel {
  label: string;
  /** completes “the credit goes …” */
  meaning: string;
}

/** The models of the table `attribution`, as readers see them; the first is the report’s choice. */
export const attributionModels = {
  last_non_direct: {
    label: "Last non-direct",
    meaning: "to the last visit whose source is known and not direct; to the last of all where there is no such visit"
  },
  first: {label: "First", meaning: "to the first visit of the 30 days before the order’s visit"},
  linear: {label: "Linear", meaning: "to all visits alike"},
  position: {
    label: "Position",
    meaning: "40% to the first visit, 40% to the last, and the rest to those between"
  },
  time_decay: {
    label: "Time decay",
    meaning: "to all visits, half as much for every 7 days before the order’s visit"
  },
  markov: {
    label: "Markov",
    meaning:
      "by what would be lost if whoever comes to the channel left instead, along the paths of all visitors, those who bought nothing too"
  },
  shapley: {label: "Shapley", meaning: "evenly to the different channels on the way, however often each came"}
} as const satisfies Record<string, AttributionModel>;

/** The name of a model of attribution, as the table has it. */
export type AttributionModelName = keyof typeof attributionModels;

/** The names of all models, the report’s choice first. */
export const attributionModelNames = Object.keys(attributionModels) as AttributionModelName[];
