/** What can be chosen under each name of a page's address; the first of each is the default, and not in the address. */
export type Choices<T extends Record<string, string>> = {[K in keyof T]: readonly T[K][]};

/** What an address's query chooses; the default where it says nothing, or what cannot be chosen. */
export function readChoices<T extends Record<string, string>>(choices: Choices<T>, search: string): T {
  const parameters = new URLSearchParams(search);
  const chosen = Object.entries(choices).map(([name, allowed]: [string, readonly string[]]) => {
    const value = parameters.get(name);
    return [name, value !== null && allowed.includes(value) ? value : allowed[0]];
  });
  return Object.fromEntries(chosen) as T;
}

/** The query of an address with what is chosen in it, without the defaults; what else it has stays. */
export function writeChoices<T extends Record<string, string>>(choices: Choices<T>, chosen: T, search: string): string {
  const parameters = new URLSearchParams(search);
  for (const [name, allowed] of Object.entries(choices) as [string, readonly string[]][]) {
    parameters.delete(name);
    if (chosen[name] !== undefined && chosen[name] !== allowed[0]) parameters.set(name, chosen[name]);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
