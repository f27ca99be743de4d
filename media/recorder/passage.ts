/** A part of the programme, in frames since its opening. */
export type Passage = { from: number; to: number };
