/** Words of the admins' pages about the whole school. */
export const school = {
  navigation: "Établissement",
  staff: "Équipe",
} as const;
