/** What the attribution of orders to channels takes for granted; the table `settings.attribution` tells the models. */
export const attributionChoices = {
  /** sessions that began so many days before that of an order, exactly so many included, are on the way to it */
  lookbackDays: 30,
  /** a session so many days before an order's counts half as much in the model time_decay */
  halfLifeDays: 7,
  /** of more sessions on the way to an order, the last ones count: a user id that thousands share has no end of them */
  longestPath: 100,
  /** the Markov chain tells so many channels apart; the rarest beyond are one state, which shares its credit by their sessions */
  mostChannels: 100
} as const;
