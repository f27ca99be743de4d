import type { Family } from "../../../schemas/families.ts";

/** A family as a class calls it: by its children's first names, for no adult's name is kept. */
export const familyNames = ({ children }: Pick<Family, "children">, language: string): string =>
  new Intl.ListFormat(language).format(children.map(({ firstName }) => firstName));
