/** What the report has to reach on made-up shops: shares at least, and false episodes per 20 daily series at most. */
export const limits = {recall: 0.9, falseEpisodes: 1, firstPlaces: 0.9, findings: 0.9} as const;
