/** A row of the table `anomalies`: days on which a metric was not as usual. */
export interface Episode {
  episode: number;
  /** episodes of the same number are about the same */
  incident: number;
  kind: "business" | "tracking";
  metric: string;
  dimension: string;
  /** null for all */
  value: string | null;
  started_on: Date;
  /** inclusive */
  ended_on: Date;
  /** below zero where it is less than usual */
  score: number;
  explanation: string;
}

/** The episode that stands for its incident. */
export interface MainEpisode extends Episode {
  days: number;
  shape: string;
  expected: number | null;
  /** null where too few people stand behind it */
  observed: number | null;
  p_value: number | null;
  /** of the finding about it: what it is worth, in words and in the currency unit, and what to do; null where none is about it */
  worth: string | null;
  action: string | null;
  value_at_stake: number | null;
}

/** A day of a main episode's series, or of the four weeks before and after it. */
export interface EpisodeDay {
  episode: number;
  event_date: Date;
  observed: number | null;
  expected: number | null;
  /** between which 99.7 % of usual days are */
  low: number | null;
  high: number | null;
}

/** A part of what changed in a main episode: a value of a dimension, or all of its smaller ones together. */
export interface Driver {
  episode: number;
  change_id: string;
  metric: string;
  /** what the change is filtered by; null where it is about all sessions */
  filter_dimension: string | null;
  filter_value: string | null;
  before_from: Date;
  before_to: Date;
  after_from: Date;
  after_to: Date;
  dimension: string;
  /** null for all the smaller ones together */
  value: string | null;
  /** how many values it stands for */
  values: number;
  amount_before: number;
  amount_after: number;
  /** null for amounts */
  trials_before: number | null;
  trials_after: number | null;
  mix_effect: number | null;
  rate_effect: number | null;
  effect: number;
  corrected_p_value: number | null;
  is_main: boolean;
  /** of the first among them */
  position: number;
}
