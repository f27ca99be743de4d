import type { FamilyLanguage } from "../../schemas/families.ts";

type Words = Record<"confirmSubject" | "confirm" | "ignore" | "one" | "many" | "listen" | "stop", string>;

/** What letters about a radio say, in the languages of families. `{radio}` and `{count}` are filled in. */
export const letterWords: Readonly<Record<FamilyLanguage, Words>> = {
  fr: {
    confirmSubject: "{radio} : confirmez votre adresse",
    confirm: "Quelqu’un a demandé que cette adresse reçoive des nouvelles de {radio}. Si c’est vous, confirmez ici :",
    ignore: "Sinon, ne faites rien : l’adresse est effacée dans trois jours.",
    one: "{radio} a un nouvel épisode.",
    many: "{radio} a {count} nouveaux épisodes.",
    listen: "Pour écouter :",
    stop: "Pour ne plus recevoir ces lettres, et faire effacer votre adresse :",
  },
  en: {
    confirmSubject: "{radio}: confirm your address",
    confirm: "Somebody asked that this address have news of {radio}. If it was you, confirm here:",
    ignore: "If not, do nothing: the address is erased in three days.",
    one: "{radio} has a new episode.",
    many: "{radio} has {count} new episodes.",
    listen: "To listen:",
    stop: "To have no more of these letters, and your address erased:",
  },
  ar: {
    confirmSubject: "{radio}: أكّدوا عنوانكم",
    confirm: "طلب أحدهم أن تصل أخبار {radio} إلى هذا العنوان. إن كنتم أنتم، فأكّدوا هنا:",
    ignore: "وإلا فلا تفعلوا شيئًا: يُمحى العنوان بعد ثلاثة أيام.",
    one: "حلقة جديدة من {radio}.",
    many: "حلقات جديدة من {radio}: {count}.",
    listen: "للاستماع:",
    stop: "لإيقاف هذه الرسائل ومحو عنوانكم:",
  },
  uk: {
    confirmSubject: "{radio}: підтвердьте адресу",
    confirm: "Хтось попросив надсилати новини {radio} на цю адресу. Якщо це ви, підтвердьте тут:",
    ignore: "Якщо ні, нічого не робіть: адресу буде стерто за три дні.",
    one: "{radio}: новий випуск.",
    many: "{radio}: нових випусків: {count}.",
    listen: "Щоб послухати:",
    stop: "Щоб більше не отримувати цих листів і стерти вашу адресу:",
  },
  pt: {
    confirmSubject: "{radio}: confirme o seu endereço",
    confirm: "Alguém pediu que este endereço receba notícias de {radio}. Se foi você, confirme aqui:",
    ignore: "Se não foi, não faça nada: o endereço é apagado dentro de três dias.",
    one: "{radio} tem um novo episódio.",
    many: "{radio} tem {count} novos episódios.",
    listen: "Para ouvir:",
    stop: "Para não receber mais estas cartas e apagar o seu endereço:",
  },
  tr: {
    confirmSubject: "{radio}: adresinizi onaylayın",
    confirm: "Birisi bu adrese {radio} haberlerinin gönderilmesini istedi. Sizseniz, buradan onaylayın:",
    ignore: "Değilse bir şey yapmayın: adres üç gün sonra silinir.",
    one: "{radio}: yeni bir bölüm var.",
    many: "{radio}: {count} yeni bölüm var.",
    listen: "Dinlemek için:",
    stop: "Bu mektupları artık almamak ve adresinizi sildirmek için:",
  },
  es: {
    confirmSubject: "{radio}: confirme su dirección",
    confirm: "Alguien pidió que esta dirección reciba noticias de {radio}. Si fue usted, confirme aquí:",
    ignore: "Si no, no haga nada: la dirección se borra en tres días.",
    one: "{radio} tiene un episodio nuevo.",
    many: "{radio} tiene {count} episodios nuevos.",
    listen: "Para escuchar:",
    stop: "Para no recibir más estas cartas y borrar su dirección:",
  },
};
