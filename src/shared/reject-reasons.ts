/** Why a row was rejected, in words, by its reason in the table `rejected_events`. */
export const rejectReasons: Readonly<Record<string, string>> = {
  malformed_row: "The line is not a row: fields are missing or too many",
  unreadable_event_time: "The time cannot be read",
  stray_event_time: "The time is far from that of all other events",
  unknown_event_type: "The event type is unknown",
  missing_user_id: "The user is missing",
  unreadable_price: "The price is not a number",
  non_positive_price: "The price is missing, zero or negative"
};
