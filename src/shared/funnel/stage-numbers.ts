/** SQL for a relation `stages` of the stages of a funnel: their `number` from 0, and their `position`. */
export function stageNumbers(stages: readonly number[]): string {
  return `(values ${stages.map((position, i) => `(${i}, ${position})`).join(", ")}) as stages(number, position)`;
}
