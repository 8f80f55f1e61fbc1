import {trackingFinding} from "./tracking-finding.ts";

/** Days with more purchases than page views, on which the collector must have lost page views. */
export const lostPageViews = trackingFinding({
  name: "lost-page-views",
  metrics: ["purchases_above_views"],
  question: "page views were lost",
  needs: "page views or purchases",
  quiet: "No run of days has more purchases than page views, beyond what chance allows.",
  worth: "No order is lost by it, but conversion per view looks better than it is on these days.",
  action: "Find out why page views were lost, and do not compare rates per view with those days.",
  recommendation: {
    title: "Mend the collection of page views",
    steps: [
      "Compare the events of those days with the web server’s log, page by page.",
      "Check consent banners, blockers and the release notes of the tracking script for those days.",
      "Leave the days out of comparisons: conversion per view is too high on them."
    ],
    effort: "days",
    measure: "Every day has more page views than purchases."
  }
});
