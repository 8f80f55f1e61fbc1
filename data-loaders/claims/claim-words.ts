import type {ClaimStatus} from "./claim-status.ts";

/** How a claim stands, as "Holds" and what follows, as ", since the data up to 14 February 2021". */
export function claimWords(status: ClaimStatus, writeDay: (day: string) => string): {state: string; since: string} {
  const {state, since, now} = status;
  const first = `${state === "unknown" ? " from" : " in"} the data up to ${writeDay(now.day)}`;
  return {state: stateWords(status), since: since === null ? first : `, since the data up to ${writeDay(since)}`};
}

function stateWords({state, hasHeld}: ClaimStatus): string {
  if (state === "unknown") return "Cannot be told";
  return state === "holds" ? "Holds" : hasHeld ? "No longer holds" : "Does not hold";
}
