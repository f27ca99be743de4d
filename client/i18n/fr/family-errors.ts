/** What happened, for the refusals that a family can meet. */
export const familyErrors = {
  "request.malformed": "Quelque chose manque ou n’a pas la bonne forme.",
  "request.too_many": "Trop d’essais en peu de temps.",
  "request.foreign_origin": "Cette demande vient d’une autre adresse que celle de la station.",
  "request.not_found": "Cette page n’existe pas.",
  "server.failed": "La station a rencontré un problème.",
  "server.closing": "La station est en train de s’arrêter.",
  "session.missing": "Vous n’êtes plus connecté à la station.",
  "session.expired": "Votre connexion a pris fin.",
  "session.forbidden": "Cette action n’est pas ouverte à cette connexion.",
  "family.link_unknown": "Ce lien n’ouvre plus rien.",
  "family.pin_missing": "Ce lien demande un code.",
  "family.pin_wrong": "Ce n’est pas le bon code.",
  "feed.too_many_addresses": "Il y a déjà douze adresses.",
  "channel.not_found": "Cette chaîne n’est pas ici.",
  "live.off": "Rien n’est à l’antenne sur cette chaîne.",
  "episode.not_found": "Cet épisode est introuvable.",
  "media.unavailable": "Le moteur du son redémarre.",
  "news.unknown_service": "La station ne connaît pas le service de notifications de ce navigateur.",
} as const;

/** What to do then. */
export const familyAdvice = {
  "request.malformed": "Relisez ce que vous avez écrit, puis recommencez.",
  "request.too_many": "Attendez un peu, puis réessayez.",
  "request.foreign_origin": "Ouvrez la station par son adresse habituelle, puis recommencez.",
  "request.not_found": "Vérifiez l’adresse, ou revenez à l’accueil.",
  "server.failed": "Recommencez dans un instant. Ce qui est déjà enregistré est gardé.",
  "server.closing": "Attendez une minute, puis rechargez la page. Ce qui est enregistré est gardé.",
  "session.missing": "Revenez à l’accueil et entrez de nouveau.",
  "session.expired": "Revenez à l’accueil et entrez de nouveau.",
  "session.forbidden": "Demandez à la personne qui s’occupe de cette classe, ou entrez par une autre porte.",
  "family.link_unknown":
    "La classe en a peut-être donné un autre : scannez le feuillet le plus récent, ou demandez-en un.",
  "family.pin_missing": "Écrivez les quatre chiffres que la classe vous a donnés.",
  "family.pin_wrong": "Vérifiez les quatre chiffres. La classe peut vous en donner d’autres.",
  "feed.too_many_addresses": "Arrêtez-en une qui ne sert plus, puis recommencez.",
  "channel.not_found": "Vérifiez l’adresse. Si la chaîne est réservée à la classe, entrez d’abord avec le code.",
  "live.off": "Revenez à l’heure de l’émission.",
  "episode.not_found": "Revenez à la liste des épisodes.",
  "media.unavailable": "Attendez quelques secondes : le studio revient tout seul.",
  "news.unknown_service": "Essayez avec Firefox, Chrome, Edge ou Safari.",
} as const;
