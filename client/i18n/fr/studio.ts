/** Words of the desk (régie) and of the pupils' studio. Pupils: tu, present, twelve words at most. Adults: vous. */
export const studio = {
  deskTitle: "Régie",
  studioTitle: "Studio",
} as const;
