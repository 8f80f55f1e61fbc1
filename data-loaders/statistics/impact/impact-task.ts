import type {DuckDBConnection} from "@duckdb/node-api";
import {readRow, readRows} from "../../read-results.ts";
import {type PlainValue, type Task, writeTable} from "../../warehouse.ts";
import {readValueRates} from "../comparisons/read-value-rates.ts";
import {seededRandom} from "../seeded-random.ts";
import {estimateImpact, type Impact, type StepWorth} from "./estimate-impact.ts";

// the interval's low end is far out where many values could have been the best
const resamples = 4000;
const seed = 1;

/** Makes `analysis.step_losses`: what each value of each dimension loses at each step of the session funnel against the best one. */
export const impactTask: Task = {
  table: "analysis.step_losses",
  reads: [
    "analysis.value_steps",
    "analysis.session_pairs",
    "analysis.browser_devices",
    "analysis.step_worth",
    "settings.thresholds"
  ],
  run: async (connection) => {
    const {minimum_trials} = await readRow(connection, "select minimum_trials from settings.thresholds");
    const devices = await readRows(connection, "select browser, device from analysis.browser_devices");
    const deviceOf = new Map(devices.map(({browser, device}) => [String(browser), String(device)]));
    const rates = (await readValueRates(connection))
      // segments are made of what people bought; periods are not what one could be better as
      .filter(({kind, dimension}) => kind === "step" && dimension !== "segment" && dimension !== "period")
      .map((rate) => ({...rate, peers: (rate.dimension === "browser" && deviceOf.get(rate.value)) || ""}));
    const impacts = estimateImpact(rates, await readWorth(connection, Number(minimum_trials)), {
      minimumTrials: Number(minimum_trials),
      // nothing that one could be like
      isComparable: ({value}) => value !== "Unknown" && value !== "Other",
      resamples,
      random: seededRandom(seed)
    });
    await writeTable(
      connection,
      `analysis.step_losses(metric varchar, dimension varchar, value varchar, trials bigint, successes bigint, design_effect double, benchmark_value varchar,
        benchmark_trials bigint, benchmark_successes bigint, benchmark_low double, p_value double, corrected_p_value double,
        verdict varchar, excess_loss double, excess_loss_low double, excess_loss_high double, value_per_session double,
        recoverable_revenue double, recoverable_low double, recoverable_high double)`,
      impacts.map(toRow)
    );
  }
};

// a mean of the orders of a few people says nothing about others'
async function readWorth(connection: DuckDBConnection, minimumBuyers: number): Promise<Map<string, StepWorth>> {
  const rows = await readRows(connection, `select * from analysis.step_worth where buyers >= ${minimumBuyers}`);
  return new Map(
    rows.map(({metric, sessions, revenue, squared_revenue}) => {
      const mean = Number(revenue) / Number(sessions);
      const variance = Number(squared_revenue) / Number(sessions) - mean * mean;
      return [String(metric), {mean, error: Math.sqrt(Math.max(0, variance) / Number(sessions))}];
    })
  );
}

function toRow(impact: Impact): PlainValue[] {
  return [
    impact.metric,
    impact.dimension,
    impact.value,
    impact.trials,
    impact.successes,
    impact.designEffect,
    impact.benchmark?.value ?? null,
    impact.benchmark?.trials ?? null,
    impact.benchmark?.successes ?? null,
    impact.benchmarkLow,
    impact.pValue,
    impact.correctedPValue,
    impact.verdict,
    impact.excessLoss,
    impact.excessLow,
    impact.excessHigh,
    impact.valuePerSession,
    impact.recoverable,
    impact.recoverableLow,
    impact.recoverableHigh
  ];
}
