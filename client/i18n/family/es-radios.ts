import type { FamilyDictionary } from "./family-dictionary.ts";

export const radios: FamilyDictionary["radios"] = {
  title: "Todas las radios",
  hint: "Las radios de las escuelas abiertas a todos.",
  label: "Buscar una radio, una escuela, una ciudad",
  search: "Buscar",
  ways: "Seguir estas radios",
  feed: "Un solo podcast para todas",
  outline: "Lista para aplicaciones (OPML)",
  newest: "Últimos episodios",
  none: "Todavía no hay radios abiertas a todos",
  noneHint: "Aparecerán aquí. Una familia oye la suya por su enlace privado.",
  noneFound: "Ninguna radio para «{{ query }}»",
  noneFoundHint: "Pruebe con otra palabra o el nombre de la ciudad.",
};
