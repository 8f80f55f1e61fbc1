import type {StageCount} from "../funnel/rate-stages.js";
import type {SessionTable} from "./session-table.js";

/** How many selected sessions, or users of them, reached each stage in any order, as the tables of funnels have them; no sessions give zeros. */
export function countStages(table: SessionTable, unit: "users" | "sessions"): StageCount[] {
  const {stages} = table.columns;
  const [members, both] = unit === "sessions" ? countSessions(table) : countUsers(table);
  return stages.map((stage, i) => ({stage, position: i + 1, members: members[i] ?? 0, also_previous: both[i] ?? 0}));
}

type Counts = [members: number[], alsoPrevious: number[]];

function countSessions(table: SessionTable): Counts {
  const {stages, reached} = table.columns;
  const counts = table.setCounts();
  const total = (isCounted: (set: readonly number[]) => boolean): number =>
    reached.sets.reduce((sum, set, i) => sum + (isCounted(set) ? (counts[i] as number) : 0), 0);
  return [
    stages.map((_, stage) => total((set) => set.includes(stage))),
    stages.map((_, stage) => total((set) => set.includes(stage) && set.includes(stage - 1)))
  ];
}

// a user is at every stage that one of their selected sessions reached
function countUsers(table: SessionTable): Counts {
  const {stages, reached, users} = table.columns;
  const size = stages.length;
  const isAt = new Uint8Array(table.userNumbers * size);
  const stagesOf = reached.sets.map((set) => Uint8Array.from(set));
  for (let i = 0; i < table.length; ++i) {
    if (!table.has(i)) continue;
    const row = (users[i] as number) * size;
    for (const stage of stagesOf[reached.codes[i] as number] as Uint8Array) isAt[row + stage] = 1;
  }
  const members = new Uint32Array(size);
  const both = new Uint32Array(size);
  for (let row = 0; row < isAt.length; row += size) {
    for (let stage = 0; stage < size; ++stage) {
      if (!isAt[row + stage]) continue;
      members[stage] = (members[stage] as number) + 1;
      if (stage > 0 && isAt[row + stage - 1]) both[stage] = (both[stage] as number) + 1;
    }
  }
  return [[...members], [...both]];
}
