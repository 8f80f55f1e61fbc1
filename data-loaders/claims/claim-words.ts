import type {ClaimStatus} from "./claim-status.ts";

/** How a claim stands, as "Holds" and what follows, as ", since the data up to 14 February 2021". */
export function claimWords(status: ClaimStatus, writeDay: (day: string) => string): {state: string; since: string} {
  const {since, now} = status;
  return {
    state: stateWords(status),
    since: since === null ? ` in the data up to ${writeDay(now.day)}` : `, since the data up to ${writeDay(since)}`
  };
}

function stateWords({state, hasHeld}: ClaimStatus): string {
  if (state === "unknown") return "Cannot be told";
  return state === "holds" ? "Holds" : hasHeld ? "No longer holds" : "Does not hold";
}
