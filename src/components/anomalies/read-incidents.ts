import {type Annotation, numberAnnotations} from "../../shared/annotations/annotation.js";
import {groupBy} from "../../shared/group-by.js";
import type {Driver, Episode, EpisodeDay, MainEpisode} from "./anomaly.js";
import type {Incident} from "./incident-card.js";

/** The rows that incidents are made of. */
export interface IncidentRows {
  main: readonly MainEpisode[];
  others: readonly Episode[];
  days: readonly EpisodeDay[];
  drivers: readonly Driver[];
  annotations: readonly Annotation[];
}

/** Incidents with all that is known of them, numbered as on every chart with annotations. */
export function readIncidents({main, others, days, drivers, annotations}: IncidentRows): Incident[] {
  const othersOf = groupBy(others, ({incident}) => incident);
  const daysOf = groupBy(days, ({episode}) => episode);
  const driversOf = groupBy(drivers, ({episode}) => episode);
  const numbers = new Map(numberAnnotations(annotations).map(({episode, number}) => [episode, number]));
  return main.map((episode) => ({
    main: episode,
    number: numbers.get(episode.episode) ?? episode.incident,
    others: othersOf.get(episode.incident) ?? [],
    days: daysOf.get(episode.episode) ?? [],
    drivers: driversOf.get(episode.episode) ?? []
  }));
}
