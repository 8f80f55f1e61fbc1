import {dimensionNames} from "../../shared/selection/session-dimensions.js";
import {everybody, readSelection, type Selection, writeSelection} from "../../shared/selection/selection.js";
import {type FilterChoice, pageFacts} from "../frame/page-facts.js";

type Listener = (selection: Selection) => void;

const listeners = new Set<Listener>();
let followers = 0;
let current = everybody;
let isKnown = false;

/** The sessions that the reader has chosen, as the page's address says; everybody until the page knows what it offers. */
export function currentSelection(): Selection {
  return current;
}

/**
 * Calls back with the reader's selection now, as soon as the page knows what it offers, and after each change, by the reader or by Back; returns what
 * ends that.
 */
export function onSelection(listener: Listener): () => void {
  listeners.add(listener);
  if (isKnown) listener(current);
  return () => listeners.delete(listener);
}

/** Says that something on the page shows what the reader has chosen. */
export function beginFollowing(): void {
  ++followers;
  dispatchEvent(new Event("selection-followed"));
}

/** Whether anything on the page shows what the reader has chosen; an event `selection-followed` tells of what begins to. */
export function isFollowed(): boolean {
  return followers > 0;
}

/** Makes a selection the page's: it goes into the address, where Back undoes it, and to whatever follows it. */
export function chooseSelection(selection: Selection): void {
  const address = `${location.pathname}${writeSelection(selection, location.search)}${location.hash}`;
  history.pushState(null, "", address);
  // at once: the next choice builds on it
  current = selection;
  take();
}

function take(): void {
  void pageFacts().then(({choices}) => {
    current = offered(readSelection(location.search), choices);
    isKnown = true;
    for (const listener of listeners) listener(current);
  });
}

// an address can ask for what the report does not have
function offered({values, ...days}: Selection, choices: readonly FilterChoice[]): Selection {
  const chosen = dimensionNames.flatMap((name) => {
    const known = choices.filter(({dimension}) => dimension === name).map(({value}) => value);
    const kept = (values[name] ?? []).filter((value) => known.includes(value));
    return kept.length ? [[name, kept] as const] : [];
  });
  return {...days, values: Object.fromEntries(chosen)};
}

addEventListener("popstate", take);
take();
