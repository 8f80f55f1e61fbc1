import {type Choices, readChoices, writeChoices} from "../../shared/address-choices.js";

/**
 * Keeps what a reader chooses in the page's address, so that a link shows the same and Back undoes a choice. Calls `show` with what the address
 * says, now and whenever that changes, and gives the function that chooses. What the address has of other names stays.
 */
export function followAddress<T extends Record<string, string>>(
  choices: Choices<T>,
  show: (chosen: T) => void
): (change: Partial<T>) => void {
  let chosen = readChoices(choices, location.search);
  const choose = (change: Partial<T>) => {
    chosen = {...chosen, ...change};
    history.pushState(
      null,
      "",
      `${location.pathname}${writeChoices(choices, chosen, location.search)}${location.hash}`
    );
    show(chosen);
  };
  addEventListener("popstate", () => {
    const before = chosen;
    chosen = readChoices(choices, location.search);
    // a step to another place of the page chooses nothing
    if (Object.keys(choices).some((name) => chosen[name] !== before[name])) show(chosen);
  });
  show(chosen);
  return choose;
}
