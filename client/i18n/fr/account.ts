/** Words of one's own account, and of every place where a password is chosen. */
export const account = {
  title: "Mon compte",
  passwordRule: "Dix caractères au moins. Une petite phrase convient bien.",
  passwordGood: "Ce mot de passe est solide.",
  password_short: "Encore trop court : ajoutez un mot.",
  password_personal: "Facile à deviner : un nom de l’école, de la radio ou le vôtre est dedans. Prenez d’autres mots.",
  password_keys: "Facile à deviner : des touches qui se suivent. Prenez des mots sans lien entre eux.",
  password_repeated: "Facile à deviner : la même chose se répète. Ajoutez d’autres mots.",
  password_date: "Facile à deviner : une date ou une année. Ajoutez des mots.",
  password_common: "Facile à deviner : des mots que tout le monde prend. Ajoutez-en un ou deux, sans lien.",
} as const;
