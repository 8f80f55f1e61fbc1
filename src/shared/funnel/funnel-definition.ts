/** What counts as going through a funnel. */
export interface FunnelDefinition {
  /** positions of the stages, ascending, each from 1 to 63 */
  stages: readonly number[];
  /** `any`: an event of the stage is enough; `ordered`: after the stage before, where events of one second count as in order */
  order: "any" | "ordered";
  /** how many seconds after the entry events still count, or those of the entry's session alone; null for all of them */
  window: number | "session" | null;
  /** who goes through: people, or each visit for itself */
  unit: "users" | "sessions";
  /** open: enter at any stage, from which the ordered funnel goes on; closed: at the first, and no stage counts without those before */
  isOpen: boolean;
  /** whether each product that a unit has to do with goes through for itself, with the unit's events that name no product */
  isProductHeld: boolean;
}

/** Which events a funnel counts, and what it is split by. */
export interface FunnelSelection {
  /** columns and the values that the events have to have */
  filter?: Readonly<Record<string, string>>;
  /** a column, and the stage at whose event a unit's value is taken (a position, or where the unit enters) */
  breakdown?: {column: string; at: number | "entry"} | undefined;
}
