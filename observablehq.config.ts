import type MarkdownIt from "markdown-it";
import {answerFences} from "./data-loaders/answers/answer-fences.ts";
import {framePages} from "./data-loaders/answers/frame-pages.ts";
import {showClaims} from "./data-loaders/claims/show-claims.ts";
import {claimsFile, loadReport, siteSnapshots} from "./data-loaders/report.ts";
import {ownFindings} from "./scripts/own-findings.ts";
import {renderFooter, renderHead} from "./scripts/page-frame.ts";

const report = await loadReport();
const findings = ownFindings("src");
const answers = {root: "src", snapshots: siteSnapshots, showErrors: process.env.FUNNELBOOK_PREVIEW === "true"};

export default {
  title: report.title,
  root: "src",
  output: process.env.FUNNELBOOK_OUTPUT ?? "dist",
  base: report.basePath,
  pages: [
    {
      name: "Where money is lost",
      pages: [
        {name: "Funnel", path: "/funnel"},
        {name: "Drop-off", path: "/drop-off"},
        {name: "Recommendations", path: "/recommendations"}
      ]
    },
    {
      name: "Who comes, and what they do",
      pages: [
        {name: "Traffic", path: "/traffic"},
        {name: "Trends", path: "/trends"},
        {name: "Anomalies", path: "/anomalies"},
        {name: "Cohorts", path: "/cohorts"},
        {name: "Segments", path: "/segments"},
        {name: "Merchandising", path: "/merchandising"}
      ]
    },
    {
      name: "How far to trust it",
      pages: [
        {name: "Data quality", path: "/data-quality"},
        {name: "Segment quality", path: "/segment-quality"},
        {name: "Methods", path: "/methods"}
      ]
    },
    ...(findings.length ? [{name: "Findings", pages: findings}] : []),
    {name: "Ask more", pages: [{name: "Explore", path: "/explore"}]}
  ],
  home: "Overview",
  style: "style.css",
  head: ({path}: {path: string}) => renderHead(path),
  footer: () => renderFooter(report),
  pager: false,
  toc: false,
  search: true,
  // no font from another host; and no extensions: the DuckDB that is served has Parquet compiled in
  globalStylesheets: [],
  duckdb: {extensions: {json: null, parquet: null}},
  interpreters: {".ts": [process.execPath, "--import", "tsx"]},
  markdownIt: (markdownIt: MarkdownIt) =>
    framePages(showClaims(answerFences(markdownIt, answers), {...answers, history: claimsFile}), answers)
};
