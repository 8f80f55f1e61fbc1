import {html} from "npm:htl";
import {type IncidentOrder, rankIncidents} from "../../shared/anomalies/rank-incidents.js";
import {choiceControl} from "../controls/choice-control.js";
import {followAddress} from "../controls/follow-address.js";
import {type CardOptions, type Incident, incidentCard} from "./incident-card.js";
import {revealAnchor} from "./reveal-anchor.js";

type View = {sort: IncidentOrder; kind: "all" | "business" | "tracking"};

const orders: [IncidentOrder, string][] = [
  ["matters", "What matters most first"],
  ["newest", "Newest first"],
  ["strongest", "Farthest from usual first"]
];

const kinds: Record<View["kind"], string> = {all: "All", business: "The business", tracking: "The tracking"};

/** How many incidents are shown whole; the others are folded, as a page of all is long. */
const mostOpen = 6;

/** All incidents, their order and kind to choose. What is chosen lives in the address, whose anchor leads to an episode, also to a folded one. */
export function incidentList(incidents: readonly Incident[], options: CardOptions): HTMLElement {
  const {count} = options.formats;
  const cards = {open: new Map<Incident, HTMLElement>(), folded: new Map<Incident, HTMLElement>()};
  const cardOf = (incident: Incident, place: number): HTMLElement => {
    const isFolded = place >= mostOpen;
    const kept = isFolded ? cards.folded : cards.open;
    const card = kept.get(incident) ?? incidentCard(incident, options, {isFolded});
    kept.set(incident, card);
    return card;
  };
  const list = html`<div class="incidents"></div>`;
  const status = html`<div class="status" role="status"></div>`;
  const present = new Set(incidents.map(({main}) => main.kind));
  const offered = (Object.keys(kinds) as View["kind"][]).filter((kind) => kind === "all" || present.size > 1);
  const order = choiceControl<IncidentOrder>("Order", orders, (sort) => choose({sort}));
  const kind = choiceControl<View["kind"]>(
    "About",
    offered.map((name) => [name, kinds[name]]),
    (name) => choose({kind: name})
  );
  const choose = followAddress<View>({sort: orders.map(([name]) => name), kind: offered}, (view) => {
    order.show(view.sort);
    kind.show(view.kind);
    const shown = incidentsInOrder(incidents, view.sort).filter(
      ({main}) => view.kind === "all" || main.kind === view.kind
    );
    list.replaceChildren(...shown.map(cardOf));
    status.textContent = `${count(shown.length)} of ${count(incidents.length)} shown.`;
  });
  const element = html`<div>
    <div class="controls">${order.element}${offered.length > 1 ? kind.element : ""}</div>
    ${status}${list}
  </div>`;
  // an episode that is told of in a folded incident is not there yet
  revealAnchor(element, (id) => {
    const incident = incidents.find(({main, others}) =>
      [main, ...others].some(({episode}) => `episode-${episode}` === id)
    );
    const details = list.querySelector<HTMLDetailsElement>(`#episode-${incident?.main.episode} > details`);
    if (details) details.open = true;
  });
  return element;
}

/** Incidents in an order of their main episodes. */
export function incidentsInOrder(incidents: readonly Incident[], order: IncidentOrder): Incident[] {
  const byEpisode = new Map(incidents.map((incident) => [incident.main.episode, incident]));
  return rankIncidents(
    incidents.map(({main}) => main),
    order
  ).map(({episode}) => byEpisode.get(episode) as Incident);
}
