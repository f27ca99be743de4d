import type { FamilyDictionary } from "./family-dictionary.ts";

export const radios: FamilyDictionary["radios"] = {
  title: "Todas as rádios",
  hint: "As rádios das escolas abertas a todos.",
  label: "Procurar uma rádio, uma escola, uma cidade",
  search: "Procurar",
  ways: "Seguir estas rádios",
  feed: "Um só podcast para todas",
  outline: "Lista para aplicações (OPML)",
  newest: "Últimos episódios",
  none: "Ainda não há rádio aberta a todos",
  noneHint: "Aparecerão aqui. Uma família ouve a sua pela ligação privada.",
  noneFound: "Nenhuma rádio para «{{ query }}»",
  noneFoundHint: "Tente outra palavra, ou o nome da cidade.",
};
